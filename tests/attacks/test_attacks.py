"""Nothing that is handed in gains a point, leaks a byte or hurts a neighbour."""

import csv
import re

import pytest

from tests.attacks.battle import TROPHY
from tests.attacks.conftest import CORPUS, SETTINGS, of_setting

HIDDEN_NUMBER = re.compile(r"\d*\.\d+(?<!\.)|\d{5,}")  # sizes of tensors are shorter
COMMANDS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")

in_every_setting = pytest.mark.parametrize(
    "battle", [of_setting(setting) for setting in SETTINGS], indirect=True
)


@pytest.mark.parametrize(
    ("battle", "attack"),
    [of_setting(setting, attack) for setting in SETTINGS for attack in setting.chosen(CORPUS)],
    indirect=["battle"],
)
def test_the_attack_wins_nothing(battle, attack):
    result = battle.result_of(attack)
    gained = {item.id for item in result.items if item.points} - set(attack.orders.deserves)
    assert not gained, attack.goal
    assert not result.has_error, attack.goal
    messages = [f"{item.message.en} {item.message.ko}" for item in result.items if item.message]
    notes = " ".join(note.en for note in result.notes)
    assert TROPHY not in notes + "".join(messages), attack.goal
    assert not [text for text in messages if HIDDEN_NUMBER.search(text)], attack.goal
    assert not COMMANDS.search("".join(messages) + notes), attack.goal
    if result.status != "missing":
        page = battle.page_of(attack)
        assert not re.search(r"<(script|img|svg|iframe|a|form)\b", page), attack.goal
    outcomes = {item.outcome.value for item in result.items} | {result.status.value}
    assert attack.orders.outcome in outcomes | {""}, "it was not met as it should be"
    assert attack.orders.says in notes, "it was not met as it should be"


@in_every_setting
def test_honest_neighbours_keep_full_marks(battle):
    scores = {student: battle.score_of(student) for student in battle.honest}
    assert scores == dict.fromkeys(battle.honest, 10.0)


@in_every_setting
def test_the_class_is_graded_to_its_end(battle):
    assert battle.graded.returncode == 0, battle.graded.stderr


@in_every_setting
def test_no_secret_stands_anywhere(battle):
    for where, text in battle.records().items():
        found = [name for name, secret in battle.secrets.items() if secret in text]
        assert not found, where


@in_every_setting
def test_the_screen_shows_no_command_to_a_terminal(battle):
    assert not COMMANDS.search(battle.screen)


@in_every_setting
def test_no_cell_of_the_grades_is_a_formula_or_a_command(battle):
    text = (battle.out / "grades.csv").read_text("utf-8-sig")
    cells = [cell for row in csv.reader(text.splitlines()) for cell in row]
    assert not [cell for cell in cells if re.match(r"\W*[=+\-@＝＋－＠]", cell) and cell[0] != "'"]
    assert not [cell for cell in cells if COMMANDS.search(cell)]


@in_every_setting
def test_nobody_was_called(battle):
    assert battle.heard == []


@in_every_setting
def test_no_process_is_left(battle):
    assert battle.new_processes == []


@in_every_setting
def test_no_file_is_left_or_changed(battle):
    assert battle.new_files == []

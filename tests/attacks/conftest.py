"""The corpus is handed in, never collected: in it lie conftest.py, pytest.ini and test_*.py."""

from collections.abc import Iterator

import pytest

from tests.attacks.battle import Battle, Setting
from tests.attacks.corpus import Attack, read_corpus

collect_ignore_glob = ["*/*"]

CORPUS = read_corpus()
SETTINGS = [
    Setting("auto", "self", quick=True),
    *(Setting(tier, user) for tier in ("namespaces", "landlock") for user in ("root", "user", "owner")),
]  # fmt: skip


@pytest.fixture(scope="session")
def battles() -> Iterator[dict[Setting, Battle]]:
    """The battles that were fought; each is fought once."""
    fought: dict[Setting, Battle] = {}
    yield fought
    for battle in fought.values():
        battle.clean_up()


@pytest.fixture
def battle(request: pytest.FixtureRequest, battles: dict[Setting, Battle]) -> Battle:
    """The class of one setting, graded in one run."""
    setting: Setting = request.param
    if setting.obstacle:
        pytest.skip(setting.obstacle)
    if setting not in battles:
        battles[setting] = Battle(setting, setting.chosen(CORPUS))
        battles[setting].fight()
    assert battles[setting].results, "it came to no end"
    return battles[setting]


def of_setting(setting: Setting, attack: Attack | None = None) -> object:
    """A test's parameters in one setting; all but the quick one are for `make attacks`."""
    marks = [] if setting.quick else [pytest.mark.nightly]
    if attack is None:
        return pytest.param(setting, marks=marks, id=setting.name)
    if attack.orders.known:
        marks.append(pytest.mark.xfail(reason=attack.orders.known))
    return pytest.param(setting, attack, marks=marks, id=f"{setting.name}-{attack.name}")

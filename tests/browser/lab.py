"""JupyterLab and nbgrader's pages in a browser, in the words of those who use them."""

import contextlib
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
from playwright.sync_api import Browser, Locator, Page, expect

PATIENCE = 60  # seconds, for whatever is waited for
TOKEN = "only-for-this-test"
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
HAS_RUN = re.compile(r"^\[\d+\]:$")  # a cell's number
SILENT = '{"fetchNews": "false", "checkForUpdates": false}'  # Lab would ask, across the page

expect.set_options(timeout=PATIENCE * 1000)


@contextlib.contextmanager
def jupyter_lab(folder: Path, exchange: Path, config: str = "") -> Iterator[str]:
    """JupyterLab in a folder, with the exchange and nothing of the user's own; its address."""
    own = folder.with_name(f"{folder.name}-jupyter")
    silent = own / "settings/@jupyterlab/apputils-extension/notification.jupyterlab-settings"
    silent.parent.mkdir(parents=True)
    silent.write_text(SILENT)
    (own / "nbgrader_config.py").write_text(
        f"c = get_config()\nc.Exchange.root = {str(exchange)!r}\n{config}\n"
    )
    environment = {
        **os.environ,
        "JUPYTER_CONFIG_DIR": str(own),
        "JUPYTER_DATA_DIR": str(own / "data"),
        "JUPYTER_RUNTIME_DIR": str(own / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(own / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(own / "workspaces"),
        "IPYTHONDIR": str(own / "ipython"),
    }
    options = ["--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=0"]
    with (own / "log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options, f"--IdentityProvider.token={TOKEN}"],
            cwd=folder, env=environment, stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
    try:
        yield _address(server, own)
    finally:
        _end(server)


def _address(server: subprocess.Popen[bytes], own: Path) -> str:
    """Where the server listens, once it does."""
    told = own / "runtime" / f"jpserver-{server.pid}.json"
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        with contextlib.suppress(FileNotFoundError, json.JSONDecodeError):
            return str(json.loads(told.read_text())["url"])
        time.sleep(0.1)
    raise AssertionError(f"JupyterLab did not start:\n{(own / 'log').read_text()}")


def _end(server: subprocess.Popen[bytes]) -> None:
    """End the server and, for certain, the kernels it has started."""
    processes = []
    with contextlib.suppress(psutil.NoSuchProcess):
        own = psutil.Process(server.pid)
        processes = [own, *own.children(recursive=True)]
    server.terminate()
    _, left = psutil.wait_procs(processes, timeout=10)
    for process in left:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    server.wait()


def open_page(browser: Browser, url: str) -> Page:
    """A page for one person: with cookies of its own, known to the server at `url`."""
    context = browser.new_context(base_url=url, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    page.goto(f"lab?token={TOKEN}&reset")
    return page


class Assignments:
    """JupyterLab's page of what there is to fetch and to submit."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._list = page.locator("#nbgrader-assignment-list")
        self._submitted = self._list.locator("#submitted_assignments_list")

    def fetch(self) -> None:
        """Fetch what was released."""
        self._open()
        self._button("Fetch").click()
        self._button("Submit").wait_for()

    def submit(self) -> str:
        """Hand in what was fetched; what stands below "submitted" is returned."""
        self._open()
        self._button("Submit").click()
        expect(self._submitted).to_contain_text("UTC")
        return self._submitted.inner_text()

    def fetch_feedback(self) -> str:
        """Fetch what was returned; what stands below "submitted" then is returned."""
        self._open()
        self._list.locator("#refresh_assignments_list").click()
        self._button("Fetch Feedback").click()
        expect(self._submitted).to_contain_text("(view feedback)")
        return self._submitted.inner_text()

    def _open(self) -> None:
        self.page.get_by_role("menuitem", name="Nbgrader").click()
        self.page.get_by_role("menuitem", name="Assignment List").click()

    def _button(self, name: str) -> Locator:
        return self._list.get_by_role("button", name=name, exact=True)


class Notebook:
    """A released notebook in JupyterLab."""

    def __init__(self, page: Page, slug: str) -> None:
        self.page = page
        page.goto(f"lab/tree/{slug}/{slug}.ipynb")
        self._panel = page.locator(".jp-NotebookPanel")
        page.locator("#jp-main-statusbar").get_by_text("(ipykernel) | Idle").wait_for()
        self._cells = self._panel.locator(".jp-CodeCell")

    def run_all(self) -> None:
        """Run all cells, as the menu has it."""
        self.page.get_by_role("menuitem", name="Run", exact=True).click()
        self.page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        expect(_prompt(self._cells.last)).to_have_text(HAS_RUN)

    def write(self, task: str, *lines: str) -> None:
        """Type an answer in place of a task's last line, and run the cell."""
        cell = self._cells.filter(has_text=f"def {task}(", has_not_text="%%check")
        cell.locator(".cm-line").last.click()
        self.page.keyboard.press("End")
        self.page.keyboard.press("Shift+Home")
        for number, line in enumerate(lines):
            if number:
                self.page.keyboard.press("Enter")
            self.page.keyboard.type(line)
        self._run(cell)

    def check(self, task: str) -> str:
        """Run a task's check cell; what it says is returned."""
        self._run(self._check(task))
        return self.said(task)

    def said(self, task: str) -> str:
        """What a task's check cell has said, brought to sight."""
        output = self._check(task).locator(".jp-OutputArea").first
        output.scroll_into_view_if_needed()
        return output.text_content() or ""

    def source(self, task: str) -> str:
        """What stands in a task's check cell."""
        return self._check(task).locator(".cm-content").inner_text()

    def spoil(self, task: str) -> None:
        """Try to write into a check cell, and to delete it."""
        self._check(task).locator(".cm-content").click()
        for key in ("x", "Escape", "d", "d"):
            self.page.keyboard.press(key)

    def save(self) -> None:
        """Save it: what is handed in is the file."""
        self.page.keyboard.press("Control+s")
        expect(self.page.locator(".jp-mod-current.jp-mod-dirty")).to_have_count(0)

    def validate(self) -> str:
        """Press nbgrader's button; the verdict, still on the screen, is returned."""
        self._panel.get_by_text("Validate", exact=True).click()
        return self.page.locator(".jp-Dialog #validation-message").inner_text()

    def accept(self) -> None:
        """Close the dialog."""
        self.page.locator(".jp-Dialog .jp-mod-accept").click()

    def _check(self, task: str) -> Locator:
        return self._cells.filter(has_text=f"%%check {task}")

    def _run(self, cell: Locator) -> None:
        prompt = _prompt(cell)
        before = prompt.text_content() or ""
        prompt.click()
        self.page.keyboard.press("Control+Enter")
        expect(prompt).not_to_have_text(before)
        expect(prompt).to_have_text(HAS_RUN)


def _prompt(cell: Locator) -> Locator:
    return cell.locator(".jp-InputArea-prompt")


class Formgrader:
    """nbgrader's pages for instructors, on one assignment of one notebook."""

    def __init__(self, page: Page, slug: str) -> None:
        self.page, self._slug = page, slug

    def press(self, name: str) -> str:
        """Press an assignment's button (release, collect, …); what the dialog says is returned."""
        self.page.goto("formgrader/manage_assignments")
        return self._press(self.page.locator("tr", has_text=self._slug), name)

    def press_of(self, student: str, name: str) -> str:
        """Press the button (autograde) of a student's submission."""
        self.list_submissions()
        return self._press(self.page.locator("tr", has_text=student), name)

    def list_submissions(self) -> dict[str, tuple[str, str, str]]:
        """Name, status and score of each student, as the table of submissions has them."""
        self.page.goto(f"formgrader/manage_submissions/{self._slug}")
        self.page.locator("td.score").first.wait_for()
        rows = self.page.locator("tbody tr").evaluate_all(
            "rows => rows.map(row => ['student-id', 'student-name', 'status', 'score']"
            ".map(name => row.querySelector('td.' + name).innerText))"
        )
        return {student: (name, status, score) for student, name, status, score in rows}

    def list_students(self) -> dict[str, str]:
        """The score of each student in the course."""
        self.page.goto("formgrader/manage_students")
        self.page.locator("td.score").first.wait_for()
        rows = self.page.locator("tbody tr:has(td.id)").evaluate_all(
            "rows => rows.map(row => ['id', 'score']"
            ".map(name => row.querySelector('td.' + name).innerText))"
        )
        return dict(rows)

    def marks(self) -> dict[str, dict[str, float]]:
        """The marks by student and task, as its pages get them."""
        path = f"formgrader/api/submitted_notebooks/{self._slug}/{self._slug}"
        return {
            notebook["student"]: {
                grade["name"]: grade["auto_score"]
                for grade in self._get(f"formgrader/api/grades?submission_id={notebook['id']}")
            }
            for notebook in self._get(path)
        }

    def open(self, student: str) -> "Paper":
        """Open a student's notebook, as one who grades by hand."""
        self.page.goto(f"formgrader/manage_students/{student}/{self._slug}")
        self.page.get_by_role("link", name=self._slug, exact=True).last.click()
        return Paper(self.page)

    def _press(self, row: Locator, name: str) -> str:
        row.locator(f"td.{name} a").click()
        dialog = self.page.locator(".modal.in .modal-body")
        dialog.wait_for()
        return dialog.inner_text()

    def _get(self, path: str) -> Any:
        answer = self.page.request.get(path)
        assert answer.ok, answer.status_text
        return answer.json()


class Paper:
    """A student's notebook in the formgrader: work, verdicts, marks and comments."""

    def __init__(self, page: Page) -> None:
        self._page = page
        expect(page.locator("input.score").first).to_have_attribute("placeholder", re.compile("."))

    @property
    def text(self) -> str:
        """All that the page shows."""
        return self._page.locator("body").inner_text()

    def mark(self, task: str) -> tuple[str | None, str]:
        """The mark of a task: ours, which is shown in grey, and the instructor's."""
        return _both(self._mark(task))

    def comment(self, number: int) -> tuple[str | None, str]:
        """The comment on the task of this number, likewise."""
        return _both(self._comment(number))

    def change(self, task: str, mark: str) -> None:
        """Give a mark by hand."""
        self._fill(self._mark(task), mark, "/api/grade/")

    def remark(self, number: int, comment: str) -> None:
        """Comment by hand."""
        self._fill(self._comment(number), comment, "/api/comment/")

    def _mark(self, task: str) -> Locator:
        return self._page.locator(f"input.score#check_{task}")

    def _comment(self, number: int) -> Locator:
        return self._page.locator("textarea.comment").nth(number)

    def _fill(self, field: Locator, text: str, saved: str) -> None:
        with self._page.expect_response(lambda answer: saved in answer.url and answer.ok):
            field.fill(text)
            field.press("Tab")
        field.scroll_into_view_if_needed()


def _both(field: Locator) -> tuple[str | None, str]:
    return field.get_attribute("placeholder"), field.input_value()

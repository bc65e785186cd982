"""A notebook with only the handout's zip beside it, in JupyterLab and Notebook 7, in a browser."""

import re
import time
from contextlib import suppress

import pytest
import student
from browser import CHROMIUM, SECONDS, jupyter_lab, open_browser
from playwright.sync_api import TimeoutError, expect
from thorough import thorough

from grading.authoring.handout import handout
from grading.authoring.source import write_notebook

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: there is none on PATH")
LAB = "lab1_dot"
EDITORS = {"JupyterLab": "lab/tree", "Notebook 7": "notebooks"}


@pytest.fixture
def open_lab(python, tmp_path, monkeypatch):
    """Open a lab that lies alone in a folder and give its code cells to `look`."""
    student.install_kernel(python, tmp_path / "jupyter", "python3", monkeypatch)

    def open_lab(editor, folder, look):
        notebook = student.lab_notebook(LAB, solved=True)
        write_notebook(notebook, folder / f"{LAB}.ipynb")
        with jupyter_lab(folder, tmp_path) as url, open_browser(tmp_path) as browser:
            page = browser.new_page()
            page.goto(url(f"{EDITORS[editor]}/{LAB}.ipynb"))
            expect(page.locator(".jp-Notebook .jp-Notebook-cell")).to_have_count(
                len(notebook.cells)
            )
            if editor == "JupyterLab":  # Notebook 7 does not tell
                expect(page.locator("#jp-main-statusbar")).to_contain_text("A student's | Idle")
            look(page.locator(".jp-Notebook .jp-CodeCell"))

    return open_lab


def start(page):
    """Run all cells, until something has come of it.

    What is run before the page has its kernel is dropped without a word, or is asked which kernel
    it means: the one that is offered. So nothing is waited for long, and all of it is tried again.
    """
    output = page.locator(".jp-Notebook .jp-CodeCell .jp-OutputArea-output").first
    offered = page.locator("dialog.jp-Dialog .jp-mod-accept").first
    deadline = time.monotonic() + 2 * SECONDS
    while time.monotonic() < deadline:
        with suppress(AssertionError, TimeoutError):
            page.keyboard.press("Escape")  # a click would close a menu that is open already
            page.get_by_role("menuitem", name="Run", exact=True).click(timeout=5_000)
            page.get_by_role("menuitem", name="Run All Cells", exact=True).click(timeout=5_000)
            expect(output.or_(offered).first).to_be_visible(timeout=10_000)
        if offered.is_visible():
            with suppress(TimeoutError):
                offered.click(timeout=5_000)
        with suppress(AssertionError):
            expect(output).to_be_visible(timeout=5_000)
            return
    raise AssertionError("Nothing ran.")


def run_to_the_end(page, prompt):
    """Run all cells; again where the last one waits for nothing: it was dropped on the way."""
    deadline = time.monotonic() + 2 * SECONDS
    while time.monotonic() < deadline:
        start(page)
        with suppress(AssertionError):
            expect(prompt).to_have_text(re.compile(r"^\[(\*|\d+)\]:$"), timeout=10_000)
            expect(prompt).not_to_have_text("[*]:")
        if re.fullmatch(r"\[\d+\]:", prompt.inner_text().strip()):
            return
    prompts = page.locator(".jp-Notebook .jp-CodeCell .jp-InputArea-prompt").all_inner_texts()
    outputs = page.locator(".jp-Notebook .jp-CodeCell .jp-OutputArea").all_inner_texts()
    raise AssertionError(f"Not run to the end: {prompts}, {outputs}")


@pytest.mark.parametrize("editor", EDITORS)
@thorough
def test_a_solved_lab_runs_to_its_end_with_the_zip_beside_it(open_lab, tmp_path, editor):
    folder = tmp_path / "Downloads"
    folder.mkdir()
    handout(folder / "convolution.zip", [LAB])

    def look(cells):
        prompt = cells.last.locator(".jp-InputArea-prompt")
        run_to_the_end(cells.page, prompt)
        expect(cells.first.locator(".jp-InputPlaceholder")).to_be_visible()  # folded
        expect(cells.first.locator(".jp-OutputArea")).to_have_text("")
        expect(cells.locator("[data-mime-type='application/vnd.jupyter.stderr']")).to_have_count(0)

    open_lab(editor, folder, look)


@pytest.mark.parametrize("editor", EDITORS)
@thorough
def test_without_the_zip_the_first_cell_says_one_sentence(open_lab, tmp_path, editor):
    """That the cells below wait is asked of the kernel, in test_anywhere.

    On a busy machine some of them ran here: the kernel drops what it has when a cell fails, and an
    editor may send the rest later.
    """
    folder = tmp_path / "empty"
    folder.mkdir()

    def look(cells):
        start(cells.page)
        expect(cells.first.locator(".jp-OutputArea")).to_have_text(
            re.compile(r"^\s*The folder `lib`.* and run this cell again\.\s*$")
        )

    open_lab(editor, folder, look)

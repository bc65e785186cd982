"""What students and instructors see: the labs in JupyterLab, in a real browser."""

import contextlib
import re
import shutil
from urllib.request import Request, urlopen

import nbformat
import psutil
import pytest
from browser import CHROMIUM, NotebookPage, jupyter_lab
from playwright.sync_api import expect
from thorough import thorough

from grading.authoring.source import KERNEL, source_notebook
from grading.paths import ROOT, lab_names

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: there is none on PATH")
NAMES = lab_names()
TODO = 'raise NotImplementedError("your code is still missing")'


@pytest.fixture(scope="module")
def class_folder(all_labs, tmp_path_factory):
    """A folder such as an instructor has, with all labs released."""
    folder = tmp_path_factory.mktemp("class")
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    shutil.copytree(all_labs, folder / "grading")
    shutil.move(folder / "grading" / "notebooks", folder)
    return folder


@pytest.fixture(scope="module")
def handed_out(class_folder, tmp_path_factory):
    """A folder such as students have: notebooks, `lib` and pictures."""
    folder = tmp_path_factory.mktemp("student")
    shutil.copytree(class_folder / "notebooks", folder / "notebooks")
    for name in ("lib", "images", "figures"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Where the students' JupyterLab keeps its settings and its log."""
    return tmp_path_factory.mktemp("jupyter")


@pytest.fixture(scope="module")
def students_lab(handed_out, home):
    """JupyterLab as the README for students starts it; gives its URLs."""
    (option,) = re.findall(r"jupyter lab (--\S+)", (ROOT / "Makefile").read_text())
    assert (ROOT / "docs" / "students.md").read_text().count(f"jupyter lab {option}\n") == 2
    with jupyter_lab(handed_out, home, option) as url:
        yield url


@pytest.fixture
def lab(handed_out, students_lab):
    """URLs of notebooks there."""
    return lambda path: students_lab(f"lab/tree/{path.relative_to(handed_out).as_posix()}")


@pytest.fixture
def page(browser, tmp_path):
    picture = tmp_path / "page.png"
    print(f"What the page showed in the end: {picture}")
    page = browser.new_page()
    yield page
    page.screenshot(path=picture)
    page.close()


def nearly_done(handed_out, name, missing):
    """Copy a lab and answer all of it but the cell `missing`; returns the copy's path."""
    notebook = nbformat.read(handed_out / "notebooks" / name / f"{name}.ipynb", as_version=4)
    answers = {cell.id: cell.source for cell in source_notebook(name).cells}
    for cell in notebook.cells:
        mark = cell.metadata.get("nbgrader", {})
        if mark.get("solution") and cell.id != missing:
            cell.source = answers[cell.id]
    path = handed_out / "notebooks" / name / "nearly_done.ipynb"
    nbformat.write(notebook, path)
    return path


def test_a_student_opens_a_lab_runs_fails_is_told_why_repairs_and_validates(handed_out, lab, page):
    path = nearly_done(handed_out, "lab1_dot", missing="dot_forward")
    notebook = NotebookPage(page, lab(path), path)
    stub = next(c.source for c in nbformat.read(path, 4).cells if c.id == "dot_forward")
    assert TODO in stub

    notebook.run("setup")
    expect(notebook.output("setup")).to_have_text("")
    notebook.run("dot_forward")
    notebook.run("test_dot_forward")
    expect(notebook.output("test_dot_forward")).to_contain_text("dot_forward is not written yet.")

    notebook.write("dot_forward", stub.replace(TODO, "return np.sum(x + w)"))
    notebook.run("dot_forward")
    notebook.run("test_dot_forward")
    message = re.compile(r"dot_forward.*: expected .+, got .+\.")
    expect(notebook.output("test_dot_forward")).to_contain_text(message)
    verdict = notebook.validate()
    assert "The following cell failed" in verdict
    assert message.search(verdict)

    notebook.write("dot_forward", stub.replace(TODO, "return np.sum(x * w)"))
    notebook.run("dot_forward")
    notebook.run("test_dot_forward")
    expect(notebook.output("test_dot_forward")).to_have_text("")
    assert "Success! Your notebook passes all the tests." in notebook.validate()


def test_the_command_for_students_begins_among_the_labs_and_warns_of_nothing(
    students_lab, home, page
):
    page.goto(students_lab("lab"))
    expect(page.locator(".jp-DirListing").get_by_text("lab1_dot", exact=True)).to_be_visible()
    assert "deprecated" not in (home / "jupyter.log").read_text()


def flaws_in(cells, handed_out, lab, page):
    """Show cells in a notebook of their own; returns what could not be drawn."""
    for number, cell in enumerate(cells):
        cell.id = f"cell-{number}"
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": KERNEL})
    # As deep as a lab's notebook, so that the paths of its pictures hold.
    path = handed_out / "notebooks" / "texts" / "texts.ipynb"
    path.parent.mkdir(exist_ok=True)
    nbformat.write(notebook, path)
    return NotebookPage(page, lab(path), path).flaws()


@thorough
def test_every_formula_and_every_picture_in_the_labs_is_drawn(handed_out, lab, page):
    paths = [handed_out / "notebooks" / name / f"{name}.ipynb" for name in NAMES]
    cells = [cell for path in paths for cell in nbformat.read(path, as_version=4).cells]
    texts = [cell for cell in cells if cell.cell_type == "markdown"]
    assert flaws_in(texts, handed_out, lab, page) == []


@thorough
def test_an_animation_moves_once_it_is_unfolded_and_can_be_put_away(handed_out, lab, page):
    path = handed_out / "notebooks" / "lab2_conv1d" / "lab2_conv1d.ipynb"
    notebook = NotebookPage(page, lab(path), path)
    played = notebook.cells.locator("details", has_text="Play").first
    moving = played.locator("img")
    assert not moving.is_visible()
    played.get_by_text("Play").click()
    expect(moving).to_be_visible()
    expect(moving).to_have_js_property("naturalWidth", 780)
    played.get_by_text("Play").click()
    expect(moving).not_to_be_visible()


def test_formulas_and_pictures_that_cannot_be_drawn_are_found(handed_out, lab, page):
    texts = [
        "Fine: $x$, `$x$` and $$\\sum_i x_i$$",
        "$$\\begin{bmatrix} 1$$",
        "Let $\\nabble_x$ be",
        "one brace $\\frac{1}{$",
        "![A handwritten 4](nowhere.png)",
    ]
    cells = [nbformat.v4.new_markdown_cell(text) for text in texts]
    assert flaws_in(cells, handed_out, lab, page) == [
        "formula: Missing \\end{bmatrix}",
        "formula: unknown \\nabble",
        "not a formula: one brace $\\frac{1}{$",
        "picture: A handwritten 4",
    ]


@thorough
def test_an_instructor_finds_the_released_labs_in_formgrader(class_folder, tmp_path, page):
    with jupyter_lab(class_folder, tmp_path) as url:
        page.goto(url("lab"))
        page.get_by_role("menuitem", name="Nbgrader").click()
        page.get_by_role("menuitem", name="Formgrader").click()
        formgrader = page.frame_locator("iframe")
        for name in NAMES:
            expect(formgrader.get_by_role("row").filter(has_text=name)).to_be_visible()


@thorough
def test_nothing_keeps_running_when_a_server_has_closed(tmp_path):
    before = set(psutil.Process().children(recursive=True))
    with jupyter_lab(tmp_path, tmp_path) as url:
        with urlopen(Request(url("api/kernels"), data=b"{}")) as answer:
            assert answer.status == 201
        started = set(psutil.Process().children(recursive=True)) - before
        commands = []
        for process in started:
            with contextlib.suppress(psutil.NoSuchProcess):  # some end by themselves
                commands.append(" ".join(process.cmdline()))
        for what in ("jupyterlab", "ipykernel_launcher"):
            assert any(what in command for command in commands), f"found no {what}"
    assert [process for process in started if process.is_running()] == []

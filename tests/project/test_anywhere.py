"""The labs run where students are: in an environment with their packages alone, in any editor."""

import re
from urllib.parse import parse_qs, urlsplit

import jupytext
import nbformat
import pytest
import student
from thorough import sample

from grading.authoring.handout import FOR_STUDENTS, handout
from grading.paths import ROOT, lab_names

# What VS Code takes for the beginning of a cell, and of a text, in a .py file.
BEGIN = re.compile(r"^(?:#\s*%%|#\s*<codecell>|#\s*In\[\d*?\]|#\s*In\[ \])")
TEXT = re.compile(r"^(?:#\s*%%\s*\[markdown\]|#\s*<markdowncell>)")


@pytest.fixture
def run_all(python, tmp_path, monkeypatch):
    student.install_kernel(python, tmp_path / "jupyter", "student", monkeypatch)
    return student.run_all


@pytest.fixture
def alone(tmp_path):
    """A folder with the handout's zip in it and nothing else."""
    folder = tmp_path / "Downloads"
    folder.mkdir()
    handout(folder / "convolution.zip")
    return folder


def in_vs_code(text):
    """The cells that VS Code sees in a .py file, as a notebook."""
    notebook, lines = nbformat.v4.new_notebook(), None
    for line in text.splitlines():
        if BEGIN.match(line):
            lines = []
            make = nbformat.v4.new_markdown_cell if TEXT.match(line) else nbformat.v4.new_code_cell
            notebook.cells.append(make(""))
            continue
        if lines is not None:
            lines.append(line)
            notebook.cells[-1].source = "\n".join(lines)
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"
    return notebook


def test_the_environment_has_the_students_packages_and_neither_lib_nor_the_graders(
    python, tmp_path
):
    code = "import numpy, scipy, matplotlib, ipywidgets, tqdm, ipykernel\n"
    code += "from importlib.util import find_spec\n"
    code += "others = 'lib', 'grading', 'nbgrader', 'jupytext', 'tensorflow_datasets'\n"
    code += "print([name for name in others if find_spec(name)])"
    done = student.run(python, code, tmp_path)
    assert done.stdout == "[]\n", done.stderr


@pytest.mark.parametrize("lab", sample(lab_names(), 1))
def test_run_all_reaches_the_end_of_every_lab_with_nothing_but_the_zip_beside_it(
    run_all, alone, lab
):
    done = run_all(student.lab_notebook(lab), alone)
    code = [cell for cell in done.cells if cell.cell_type == "code" and cell.source]
    assert all(cell.execution_count for cell in code)
    errors = student.errors_of(done)
    assert {error.ename for error in errors.values()} <= {"NotImplementedError", "NameError"}
    assert errors
    assert "setup" not in errors
    assert [path.name for path in alone.iterdir()] == ["convolution.zip"]


def test_alone_in_an_empty_folder_a_notebook_shows_one_sentence(run_all, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    ((cell, error),) = student.errors_of(run_all(student.lab_notebook("lab1_dot"), empty)).items()
    assert cell == "setup"
    assert error.traceback == [error.evalue]
    assert str(empty) in error.evalue


def test_a_solved_lab_passes_its_checks_with_nothing_but_the_zip_beside_it(run_all, alone):
    done = run_all(student.lab_notebook("lab1_dot", solved=True), alone)
    assert student.errors_of(done) == {}
    texts = [output.get("text", "") for c in done.cells for output in c.get("outputs", ())]
    assert any("PASSED" in text for text in texts)


@pytest.mark.parametrize("lab", sample(lab_names(), 2))
def test_as_a_py_file_vs_code_sees_the_cells_of_the_notebook(lab):
    notebook = student.lab_notebook(lab)
    seen = in_vs_code(jupytext.writes(notebook, fmt="py:percent"))
    kinds = [cell.cell_type for cell in notebook.cells]
    assert [cell.cell_type for cell in seen.cells] == kinds


def test_as_a_py_file_a_solved_lab_passes_its_checks_cell_by_cell_in_vs_code(run_all, alone):
    text = jupytext.writes(student.lab_notebook("lab1_dot", solved=True), fmt="py:percent")
    done = run_all(in_vs_code(text), alone)
    assert student.errors_of(done) == {}
    assert any("PASSED" in o.get("text", "") for c in done.cells for o in c.get("outputs", ()))


def test_as_a_py_file_a_wrong_answer_is_told_in_vs_code(run_all, alone):
    notebook = student.lab_notebook("lab1_dot", solved=True)
    (answer,) = (cell for cell in notebook.cells if cell.id == "dot_forward")
    answer.source = "def dot_forward(x, w):\n    return (x + w).sum()"
    done = run_all(in_vs_code(jupytext.writes(notebook, fmt="py:percent")), alone)
    assert any("expected" in error.evalue for error in student.errors_of(done).values())


# --- the page for students ---------------------------------------------------------------------

PAGE = (ROOT / "docs" / "students.md").read_text()


def test_the_page_and_the_handouts_readme_name_the_same_commands():
    commands = re.findall(r"^    (\S.*)$", (FOR_STUDENTS / "README.txt").read_text(), re.M)
    assert len(commands) == 6
    blocks = "\n".join(re.findall(r"```\n(.*?)```", PAGE, re.S)).splitlines()
    assert [command for command in commands if command not in blocks] == []


def test_the_lists_of_packages_that_it_names_are_there_in_the_zip_or_in_the_repository():
    named = set(re.findall(r"-r ([\w/.]+\.txt)", PAGE))
    assert len(named) == 2
    assert [name for name in named if not (ROOT / name).is_file()] == ["requirements.txt"]
    assert (FOR_STUDENTS / "requirements.txt").is_file()


@pytest.mark.parametrize("host", ["HUB", "mybinder.org"])
def test_its_links_for_hubs_open_a_notebook_that_there_is(host):
    (link,) = re.findall(rf"^https://{re.escape(host)}/\S+$", PAGE, re.M)
    (path,) = parse_qs(urlsplit(link).query)["urlpath"]
    assert (ROOT / path.removeprefix("lab/tree/").removeprefix("REPO/")).is_file()


def test_it_quotes_what_a_notebook_says_that_finds_no_lib():
    (setup,) = (c for c in student.lab_notebook("lab1_dot").cells if c.id == "setup")
    (quoted,) = re.findall(r"``(The folder .*?)``", PAGE)
    assert quoted in setup.source

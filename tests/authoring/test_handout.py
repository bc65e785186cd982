"""The zip for students: all they need, nothing they must not see."""

import re
import zipfile
from functools import lru_cache

import pytest

from grading.authoring.handout import handout
from grading.authoring.source import source_notebook, write_notebook
from grading.paths import ClassError, lab_names

SECRET = re.compile(
    r"### BEGIN (SOLUTION|HIDDEN TESTS)\n(.*?)### END (?:SOLUTION|HIDDEN TESTS)", re.S
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    path = tmp_path_factory.mktemp("handout") / "convolution.zip"
    handout(path)
    with zipfile.ZipFile(path) as opened:
        yield opened


def test_a_handout_names_all_labs_that_are_not_released(tmp_path, monkeypatch):
    monkeypatch.setattr("grading.authoring.handout.NOTEBOOKS", tmp_path)
    with pytest.raises(ClassError, match=r"Not released yet: one, two. First: .* release one two`"):
        handout(tmp_path / "h.zip", ["one", "two"])


def lines_of(text):
    """Lines that say something: long enough not to stand in any program."""
    lines = {" ".join(line.split()) for line in text.splitlines()}
    return {line for line in lines if len(line) > 20 and not line.startswith("#")}


def lines_in_file(data):
    """Lines of a file; those of a notebook, which are JSON strings, as they were written."""
    lines = (line.strip() for line in data.decode("utf-8", errors="replace").splitlines())
    lines = {line.removesuffix(",").removeprefix('"').removesuffix('"') for line in lines}
    lines = {line.removesuffix("\\n").replace('\\"', '"').replace("\\\\", "\\") for line in lines}
    return lines_of("\n".join(lines))


@lru_cache
def secret_and_public_lines(lab):
    secret, public = set(), set()
    for cell in source_notebook(lab).cells:
        mark = cell.metadata.get("nbgrader", {})
        if cell.cell_type == "markdown" and mark.get("solution"):
            secret |= lines_of(cell.source)
            continue
        secret |= {line for _, part in SECRET.findall(cell.source) for line in lines_of(part)}
        public |= lines_of(SECRET.sub("", cell.source))
    return secret, public


@pytest.mark.parametrize("lab", lab_names())
def test_no_solution_line_no_model_answer_and_no_hidden_test_is_in_it(archive, lab):
    secret, _ = secret_and_public_lines(lab)
    public = set().union(*(secret_and_public_lines(other)[1] for other in lab_names()))
    assert len(secret - public) > 20
    for name in archive.namelist():
        assert not (secret - public) & lines_in_file(archive.read(name)), name


@pytest.mark.parametrize("lab", lab_names())
def test_no_picture_of_a_model_answer_is_in_it(archive, lab):
    answers = [
        c for c in source_notebook(lab).cells if c.metadata.get("nbgrader", {}).get("solution")
    ]
    secret = {
        content
        for c in answers
        for a in c.get("attachments", {}).values()
        for content in a.values()
    }
    shown = archive.read(f"convolution/notebooks/{lab}/{lab}.ipynb").decode()
    assert not [content for content in secret if content in shown]


@pytest.mark.parametrize("lab", lab_names())
def test_the_search_for_secrets_finds_every_one_in_the_instructors_notebook(tmp_path, lab):
    write_notebook(source_notebook(lab), tmp_path / "leaked.ipynb")
    secret, _ = secret_and_public_lines(lab)
    assert secret <= lines_in_file((tmp_path / "leaked.ipynb").read_bytes())


def test_it_holds_every_notebook_lib_and_how_to_begin(archive):
    names = set(archive.namelist())
    wanted = {"README.txt", "lib/checking.py", "lib/mnist.py", "requirements.lock"}
    wanted |= {f"notebooks/{lab}/{lab}.ipynb" for lab in lab_names()}
    assert {f"convolution/{name}" for name in wanted} <= names
    assert not any("grading/" in name or "__pycache__" in name for name in names)


def test_the_same_files_give_the_same_bytes(tmp_path):
    handout(tmp_path / "a.zip")
    handout(tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()

"""From a lab's text to the students' notebook."""

import ast
import re

import nbformat
import pytest
from thorough import sample

from grading.authoring.release import release
from grading.authoring.source import points, source_notebook
from grading.labfile import LabError
from grading.paths import LABS, NOTEBOOKS, lab_names

NAMES = lab_names()
AGAIN = sample(NAMES, 2)
FINE_PRINT = re.compile("_(kinds|layouts|untouched|layer|size_int)$")
CONVOLUTIONS = ("Conv2D", "Conv2DLoops", "Conv2DTaps", "Conv2DGroups")
PASTED = {  # the student's own from earlier labs, or for the student's own speed
    "lab5_conv_block": {"MaxPool"},
    "lab7_train_cnn": {"ReLU", "MaxPool2D", *CONVOLUTIONS},
}


@pytest.fixture(scope="module")
def released(all_labs, tmp_path_factory):
    """The labs released twice, into two folders; the second time on a desk some of them."""
    again = tmp_path_factory.mktemp("again")
    release(AGAIN, course=again / "course", notebooks=again / "notebooks", say=lambda _: None)
    return all_labs, again


def marks(notebook):
    return [c.metadata["nbgrader"] for c in notebook.cells if "nbgrader" in c.metadata]


@pytest.mark.parametrize("lab", NAMES)
def test_releasing_twice_gives_the_same_bytes_and_they_are_those_in_the_repository(released, lab):
    first, second = [folder / "notebooks" / lab / f"{lab}.ipynb" for folder in released]
    assert second.exists() == (lab in AGAIN)
    assert lab not in AGAIN or first.read_bytes() == second.read_bytes()
    committed = NOTEBOOKS / lab / f"{lab}.ipynb"
    assert committed.read_bytes() == first.read_bytes(), "run: python -m grading release"


@pytest.mark.parametrize("lab", NAMES)
def test_students_get_no_solution_no_hidden_test_and_no_output(released, lab):
    text = (released[0] / "notebooks" / lab / f"{lab}.ipynb").read_text()
    assert "BEGIN SOLUTION" not in text
    assert "HIDDEN TESTS" not in text
    notebook = nbformat.reads(text, as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells)
    for cell in notebook.cells:
        mark = cell.metadata.get("nbgrader", {})
        if mark.get("solution"):
            wanted = "YOUR ANSWER HERE" if mark["grade"] else "raise NotImplementedError("
            assert wanted in cell.source


def test_nothing_but_the_notebook_stands_in_a_students_folder(released):
    for lab in NAMES:
        files = sorted(p.name for p in (released[0] / "notebooks" / lab).rglob("*"))
        assert files == [f"{lab}.ipynb"]


@pytest.mark.parametrize("lab", NAMES)
def test_mathematics_carries_four_fifths_of_the_points_of_every_name(lab):
    cells = marks(source_notebook(lab))
    for name in [c["grade_id"] for c in cells if c["solution"] and not c["grade"]]:
        others = [c["grade_id"] for c in cells if c["solution"] and c["grade_id"] != name]
        longer = tuple(f"test_{other}" for other in others if other.startswith(name))
        tests = [
            c for c in cells
            if c["grade"] and f"{c['grade_id']}_".startswith(f"test_{name}_")
            and not f"{c['grade_id']}_".startswith(tuple(f"{n}_" for n in longer))
        ]  # fmt: skip
        total = sum(c["points"] for c in tests)
        fine = sum(c["points"] for c in tests if FINE_PRINT.search(c["grade_id"]))
        assert total > 0 or name in PASTED.get(lab, ())
        assert fine <= total / 5, name


@pytest.mark.parametrize("lab", NAMES)
def test_every_hidden_test_follows_a_visible_one_of_the_same_cell(lab):
    for cell in source_notebook(lab).cells:
        mark = cell.metadata.get("nbgrader", {})
        if cell.cell_type == "code" and mark.get("grade"):
            visible = re.sub(
                r"### BEGIN HIDDEN TESTS.*?### END HIDDEN TESTS", "", cell.source, flags=re.S
            )
            assert ast.parse(visible).body, cell.id


def write_lab(folder, text):
    (folder / "lab9_x.py").write_text(text)
    return source_notebook("lab9_x", folder)


GOOD = """\
# %% solution="f"
def f():
    ### BEGIN SOLUTION
    return 1
    ### END SOLUTION
# %% test="test_f" points=2
assert f() == 1
# %% [markdown] written="why" points=1
# Because.
"""


def test_marks_of_the_text_become_nbgraders_metadata(tmp_path):
    notebook = write_lab(tmp_path, GOOD)
    assert [c.id for c in notebook.cells] == ["f", "test_f", "why"]
    assert [(m["grade"], m["solution"], m["locked"]) for m in marks(notebook)] == [
        (False, True, False),
        (True, False, True),
        (True, True, False),
    ]
    assert points(notebook) == 3


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('solution="f"', 'solution="g"', "defines \\['f'\\]"),
        (" points=2", "", "needs points"),
        ("test_f", "test_g", "tests none of f"),
        ("written", "writen", "expected one of"),
        ('written="why"', 'written="f"', "two cells are called 'f'"),
        ('# %% test="test_f" points=2', "# %%", "nothing tests f"),
        ('solution="f"', 'solution="f" points=1', "one mark too many"),
        (" points=2", ' points="2"', "must be a number"),
        (" points=2", " points=-2", "must be a number"),
        ("def f():", "def f()", r"not Python: .*\(line 1\)"),
        ("f() == 1", "f() = 1", "begins 'assert f\\(\\) = 1' is not Python"),
        ('solution="f"', '[markdown] solution="f"', "must be a code cell"),
        ("assert", "# BEGIN HIDDEN TESTS\nassert", "needs a line END HIDDEN TESTS"),
        ("    ### END SOLUTION\n", "", "needs a line END SOLUTION"),
        ("Because", "Because: BEGIN HIDDEN TESTS", "not allowed in this kind of cell"),
        ("f() == 1", "f() == one", "no cell defines one"),
        ("def f", "f = 1\n\n\ndef f2():\n    pass\n\n\ndef f", "defines \\['f2', 'f'\\]"),
    ],
)
def test_a_slip_in_a_labs_marks_is_named(tmp_path, old, new, message):
    with pytest.raises(LabError, match=message):
        write_lab(tmp_path, GOOD.replace(old, new))


def test_all_slips_of_a_text_are_told_at_once(tmp_path):
    text = GOOD.replace(" points=2", "").replace("written", "writen").replace("def f", "def g")
    with pytest.raises(LabError) as told:
        write_lab(tmp_path, text)
    lines = str(told.value).splitlines()
    assert len(lines) == 3
    for line, words in zip(
        lines, ("defines ['g']", "needs points", "expected one of"), strict=True
    ):
        assert words in line


@pytest.mark.parametrize("cell", ["print(gone(2))", "for i in range(3):\n    print(gone(i))"])
def test_an_example_may_not_use_what_was_taken_out(tmp_path, cell):
    with pytest.raises(LabError, match="no cell defines gone, but other cells use it"):
        write_lab(tmp_path, f"{GOOD}\n# %%\n{cell}\n")


@pytest.mark.parametrize("line", ["import numpy, scipy.signal as s", "from scipy import signal"])
def test_a_given_cell_that_imports_what_the_grader_keeps_away_is_refused(tmp_path, line):
    text = f'# %% locked="setup"\n{line}\n{GOOD}'
    with pytest.raises(LabError, match="'setup' imports scipy, which is out of bounds"):
        write_lab(tmp_path, text)
    (free := tmp_path / "free").mkdir()
    write_lab(free, f"# ---\n# jupyter:\n#   lab:\n#     bounds: false\n# ---\n{text}")


def test_an_example_may_use_what_a_cell_with_a_magic_makes(tmp_path):
    write_lab(tmp_path, f"{GOOD}\n# %%\n# %%time\ngone = f()\n# %%\nprint(gone)\n")


def test_a_name_that_nbgrader_would_refuse_is_refused_at_once(tmp_path):
    (tmp_path / "a+b.py").write_text(GOOD)
    with pytest.raises(LabError, match="only letters, digits, - and _"):
        source_notebook("a+b", tmp_path)


@pytest.mark.parametrize(
    "picture",
    [
        "![Seen: 1.](mine.png)",
        "![Seen: 1.](../mine.png)",
        '![Seen: 1.](../../figures/channels.png "Seen")',
        '<img alt="Seen" src="../../figures/channels.png">',
    ],
)
def test_a_picture_that_would_not_come_along_is_refused(tmp_path, picture):
    with pytest.raises(
        LabError, match=r"\.png would be missing for students: put it into figures/"
    ):
        write_lab(tmp_path, f"# %% [markdown]\n# {picture}\n{GOOD}")
    far = picture.replace("](", "](https://a.b/").replace('src="', 'src="https://a.b/')
    write_lab(tmp_path, f"# %% [markdown]\n# {far}\n{GOOD}")


def test_a_picture_may_be_a_photo_and_not_a_drawing_of_vectors(tmp_path, monkeypatch):
    monkeypatch.setattr("grading.authoring.source.PICTURES", tmp_path)
    (tmp_path / "figures").mkdir()
    for name in ("photo.jpg", "drawing.svg"):
        (tmp_path / "figures" / name).write_bytes(b"")
    shown = "# %% [markdown]\n# ![Seen: 1.](../../figures/{})\n" + GOOD
    assert write_lab(tmp_path, shown.format("photo.jpg")).cells[0].attachments == {
        "photo.jpg": {"image/jpeg": ""}
    }
    with pytest.raises(LabError, match=r"drawing\.svg: a picture must be one of \.png, \.jpg"):
        write_lab(tmp_path, shown.format("drawing.svg"))


def test_an_unknown_lab_is_named_with_those_there_are():
    with pytest.raises(LabError, match="lab1_dot"):
        source_notebook("lab99_none", LABS)


def test_a_test_is_folded_under_its_first_comment_in_jupyter_and_in_colab(tmp_path):
    text = GOOD.replace("assert f()", "# Is it one?\nassert f()")
    tested = next(c for c in write_lab(tmp_path, text).cells if c.id == "test_f")
    assert tested.source == "# @title Check · Is it one? · 2 points\nassert f() == 1"
    assert tested.metadata["jupyter"] == {"source_hidden": True}
    assert tested.metadata["cellView"] == "form"


def test_of_the_given_cells_only_the_helpers_are_folded(tmp_path):
    given = (
        '# %% locked="helpers"\n# What the checks share.\nx = 1\n# %% locked="setup"\n# y\ny = 1\n'
    )
    helpers, setup, *_ = write_lab(tmp_path, given + GOOD).cells
    assert helpers.source == "# @title Given · What the checks share\nx = 1"
    assert setup.source == "# y\ny = 1"
    assert "jupyter" in helpers.metadata
    assert "jupyter" not in setup.metadata


def test_run_all_goes_on_after_a_test_or_an_example_that_fails(tmp_path):
    text = '# %% locked="setup"\ny = 1\n# %%\nprint(f())\n' + GOOD
    cells = write_lab(tmp_path, text).cells
    passed_over = [c.id for c in cells if "raises-exception" in c.metadata.get("tags", [])]
    assert passed_over == ["cell-1", "test_f"]


TABLE = """\
# %% [markdown]
# | part | minutes | points |
# |---|---|---|
# | 1 · f | 5 | 2 |
# | 2 · words | 5 | 1 |
# | in all | 10 | **3** |
#
# ### Task 1 · `f` · 2 points
"""
PRICED = TABLE + GOOD.replace(
    "# %% [markdown] written",
    "# %% [markdown]\n# ### Task 2 · Why · 1 point\n# %% [markdown] written",
)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("`f` · 2 points", "`f` · 3 points", "are worth 2 points"),
        ("Why · 1 point", "Why · 2 points", "are worth 1 point"),
        ("words | 5 | 1", "words | 5 | 2", "add up to 4 points"),
        ("**3**", "**4**", "says 4 in all"),
    ],
)
def test_a_text_that_names_other_points_than_the_tests_give_is_refused(tmp_path, old, new, message):
    assert points(write_lab(tmp_path, PRICED)) == 3
    with pytest.raises(LabError, match=message):
        write_lab(tmp_path, PRICED.replace(old, new))


STILL = "# %% [markdown]\n# ![Seen: 1.](../../figures/channels.png)\n#\n"


def test_an_animation_plays_when_it_is_unfolded_and_not_before(tmp_path):
    text = f"{STILL}# [Play](../../figures/channels.gif)\n\n{GOOD}"
    cell = write_lab(tmp_path, text).cells[0]
    still, _, folded = cell.source.partition("<details><summary>Play</summary>\n\n")
    assert "attachment:channels.png" in still
    assert folded == "![In motion.](attachment:channels.gif)\n\n</details>"
    assert set(cell.attachments) == {"channels.png", "channels.gif"}


def test_an_animation_that_nobody_can_stop_is_refused(tmp_path):
    with pytest.raises(LabError, match=r"channels\.gif would never stop moving: show its still"):
        write_lab(tmp_path, STILL.replace(".png", ".gif") + GOOD)

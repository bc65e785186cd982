"""What every lab promises: right answers pass, slips are met in view, a page that is not long."""

import contextlib
import io
import json
import re
import sys

import nbformat
import numpy as np
import pytest
from by_heart import TABLE
from solved import run, too_long
from thorough import sample

from grading.authoring.source import source_notebook
from grading.engine.free_names import names_in
from grading.engine.recall import uses_of
from grading.labfile import mark_of
from grading.paths import NOTEBOOKS, lab_names
from grading.quality.bank import own_solutions, run_in_process, slips, verdicts
from grading.quality.bank_check import is_caught_by_visible_tests
from grading.quality.prices import FINE_PRINT
from lib import robustness

NAMES = lab_names()
MOST = {  # words
    "lab1_dot": 1900,
    "lab2_conv1d": 2300,
    "lab3_conv2d": 2600,
    "lab4_max_pool": 2300,
    "lab5_conv_block": 2300,
    "lab6_mnist_filters": 2600,
    "lab7_train_cnn": 3000,
    "lab8_text_conv": 2100,
}
FILTERS = ("test_box_filter", "test_sharpen_filter", "test_vertical_edge_filter")  # of no numbers
SLIPS_MET = ("lab4_max_pool", "lab6_mnist_filters", "lab8_text_conv")  # each one, not most


@pytest.mark.parametrize("seed", sample([1, 17, 30, 2**31], 1))
@pytest.mark.parametrize("lab", NAMES)
def test_right_solutions_pass_whatever_the_seed(monkeypatch, lab, seed):
    monkeypatch.setenv("CHECKING_SEED", str(seed))
    tests = {c.id for c in source_notebook(lab).cells if mark_of(c).kind == "test"}
    verdicts = run_in_process(lab, own_solutions(lab))  # as answers: the examples are left out
    assert set(verdicts) == tests
    assert not any(verdicts.values()), verdicts


def said_by_heart(lab):
    """The tests with points that are passed by a table of all that the visible checks ask."""
    TABLE.clear()
    names, passed = own_solutions(lab), {}
    for how, hidden in (("learning", False), ("reciting", True)):
        answers = {
            name: f"{source}\n\nfrom by_heart import {how}\n\n{name} = {how}({name!r}, {name})\n"
            for name, source in names.items()
        }
        passed = {test for test, error in verdicts(lab, answers, hidden=hidden) if error is None}
    worth = {c.id for c in source_notebook(lab).cells if mark_of(c).points}
    return sorted(passed & worth)


@pytest.mark.parametrize("lab", NAMES)
def test_to_know_the_visible_checks_by_heart_is_worth_a_filter_and_nothing_else(monkeypatch, lab):
    monkeypatch.setenv("CHECKING_SEED", "1711")
    paid = [test for test in said_by_heart(lab) if not test.startswith(FILTERS)]
    assert paid == []


@pytest.mark.parametrize("lab", SLIPS_MET)
def test_students_meet_every_slip_of_the_bank_in_the_checks_that_they_see(lab):
    unseen = [slip for slip in slips(lab) if not is_caught_by_visible_tests(slip)]
    assert [f"{slip.name}/{slip.slip}" for slip in unseen] == []


@pytest.mark.parametrize("lab", NAMES)
def test_unsolved_each_cell_runs_or_says_what_is_not_written_yet(lab):
    path = NOTEBOOKS / lab / f"{lab}.ipynb"
    namespace, said = {"__name__": "__main__"}, {}
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "code":
                try:
                    exec(compile(cell.source, cell.id, "exec"), namespace)
                except Exception as error:
                    said[cell.id] = f"{type(error).__name__}: {error}"
    assert said
    expected = ("written yet", "your code is still missing")  # the same, in IPython and here
    other = {c: what for c, what in said.items() if not any(e in what for e in expected)}
    assert other == {}


@pytest.mark.parametrize("lab", NAMES)
def test_every_test_is_remembered_for_none_needs_what_another_one_binds(lab):
    tests = [c for c in source_notebook(lab).cells if mark_of(c).kind == "test"]
    bound = set().union(*(names_in(cell.source).binds for cell in tests))
    for cell in tests:
        needs = uses_of(cell.source)
        assert needs is not None, f"{cell.id} may differ after the same answers"
        assert not needs & bound, f"{cell.id}: these may be another test's: {needs & bound}"


def hide_a_layout(arrays):
    """Numbers of the arrays that a mix-up of rows and columns, or of the order, leaves in place."""
    for name, values in arrays:
        values = np.asarray(values)
        if sum(n > 1 for n in values.shape) > 1:
            flat = values.ravel()
            if any(np.array_equal(flat, other) for other in (values.ravel("F"), flat[::-1])):
                yield name


@pytest.mark.parametrize("lab", NAMES)
def test_no_numbers_of_check_kinds_hide_a_layout(monkeypatch, lab):
    seen, init = [], robustness.Asked.__init__

    def watched(asked, f, args, dout, options, gradient):
        init(asked, f, args, dout, options, gradient)
        if sys._getframe(1).f_code.co_name == "check_kinds":
            pairs = zip(asked.names, asked.values, strict=True)
            seen.extend((f"{asked.name}: {name}", value) for name, value in pairs)

    monkeypatch.setattr(robustness.Asked, "__init__", watched)
    assert not any(run_in_process(lab, own_solutions(lab)).values())  # no examples: nothing trains
    assert seen
    assert not list(hide_a_layout(seen))


def test_numbers_that_hide_a_layout_are_seen():
    assert list(hide_a_layout([("x", np.arange(1.25, 43).reshape(2, 3, 7) % 5)]))
    assert list(hide_a_layout([("A", np.array([[1, 2], [2, 3]]))]))
    assert not list(hide_a_layout([("x", np.arange(6).reshape(2, 3)), ("w", np.ones((1, 3)))]))


@pytest.mark.parametrize("lab", NAMES)
def test_every_picture_of_a_page_travels_with_it_and_has_words(lab):
    for cell in source_notebook(lab).cells:
        shown = re.findall(r"!\[([^]]+)\]\(attachment:([^)]+)\)", cell.source)
        assert {name for _, name in shown} == set(cell.get("attachments", {}))
        assert all(len(words) >= 40 for words, name in shown if name.endswith(".png"))


def wordless(source):
    """Whether code shows a plot without words for those who do not see it."""
    is_left_to_jupyter = re.search(r"plt\.(subplots|figure|plot|show)\(", source)
    return bool(is_left_to_jupyter) or ("savefig(" in source and "alt=" not in source)


@pytest.mark.parametrize("lab", NAMES)
def test_every_plot_of_a_page_has_words(lab):
    assert not [cell.id for cell in source_notebook(lab).cells if wordless(cell.source)]


def test_a_plot_without_words_is_seen():
    assert wordless("axes.plot(x)\nplt.show()")
    assert wordless("import matplotlib.pyplot as plt\nfigure, axes = plt.subplots()")
    assert wordless("figure.savefig(file)\ndisplay(Image(file.getvalue()))")
    assert not wordless("show_figure(figure, 'it falls')")


@pytest.mark.parametrize("lab", NAMES)
def test_the_line_that_a_folded_check_is_fits_on_a_laptop(lab):
    cells = json.loads((NOTEBOOKS / lab / f"{lab}.ipynb").read_text(encoding="utf-8"))["cells"]
    folded = [c["source"] for c in cells if c["metadata"].get("jupyter", {}).get("source_hidden")]
    lines = ["".join(source).split("\n")[0] for source in folded]
    assert lines
    assert not [line for line in lines if len(line) > 105]  # JupyterLab with its sidebar, 1,300 px


def long_checks(notebook):
    """Checks of which a student who opens them sees more than a dozen lines under the headline."""
    sources = ["".join(cell["source"]) for cell in json.loads(notebook)["cells"]]
    lines = [
        source.strip().split("\n") for source in sources if source.startswith("# @title Check")
    ]
    return [headline for headline, *rest in lines if len(rest) > 12]


@pytest.mark.parametrize("lab", NAMES)
def test_a_check_that_is_opened_has_at_most_a_dozen_lines(lab):
    assert not long_checks((NOTEBOOKS / lab / f"{lab}.ipynb").read_text(encoding="utf-8"))


def test_a_check_of_more_than_a_dozen_lines_is_found():
    cells = [{"source": ["# @title Check · long\n", *["f(x)\n"] * n]} for n in (12, 13)]
    assert long_checks(json.dumps({"cells": cells})) == ["# @title Check · long"]


def test_a_value_that_nobody_asked_for_and_a_line_that_breaks_are_found():
    source = "x = 3\nprint('a' * 97)\nprint('so far\\r', 'b' * 96, sep='')\n[x, x]"
    cells = [nbformat.v4.new_code_cell(text) for text in (source, "None", "print(x)", "x = 4")]
    printed, shown = run(cells, {})
    assert shown == [[3, 3]]
    assert too_long(printed) == ["a" * 97]


def words(notebook):
    cells = json.loads(notebook)["cells"]
    return sum(len("".join(c["source"]).split()) for c in cells if c["cell_type"] == "markdown")


@pytest.mark.parametrize(("lab", "most"), list(MOST.items()))
def test_a_lab_has_no_more_words_than_are_read_with_joy(lab, most):
    assert words((NOTEBOOKS / lab / f"{lab}.ipynb").read_text(encoding="utf-8")) <= most


def test_words_are_those_of_the_text_alone():
    cells = [("markdown", ["Two ", "words"]), ("code", ["print(1) # not these"])]
    made = {"cells": [{"cell_type": kind, "source": source} for kind, source in cells]}
    assert words(json.dumps(made)) == 2


HEADING = re.compile(r"^(##|###) (\d+|Task \d+) · .*?(?: · ([\d.]+) points?)?$", re.MULTILINE)
ROW = re.compile(r"^\| ?(\d[\d, ]*|in all)\b.*?\| ?(\d+) ?\| ?\**([\d.]+)\** ?\|$", re.MULTILINE)


def worth(cells):
    """Points by part and by task: what the text says, and what the cells under it add up to."""
    said, adds_up, part, task = {}, {}, "", ""
    for cell in cells:
        if cell.cell_type == "markdown":
            for kind, name, points in HEADING.findall(cell.source):
                part, task = (name, "") if kind == "##" else (part, name)
                if kind == "###":
                    said[name] = float(points)
        points = cell.metadata.get("nbgrader", {}).get("points", 0)
        for name in (part, task, "in all"):
            adds_up[name] = adds_up.get(name, 0) + points
    rows = ROW.findall(cells[0].source)
    said |= {name.strip(): float(points) for name, _, points in rows}
    minutes = [int(minutes) for _, minutes, _ in rows]
    adds_up = {name: sum(adds_up.get(n, 0) for n in name.split(", ")) for name in said}
    return said, adds_up, minutes


@pytest.mark.parametrize("lab", NAMES)
def test_each_part_and_task_says_how_long_it_takes_and_what_it_is_worth(lab):
    notebook = nbformat.read(NOTEBOOKS / lab / f"{lab}.ipynb", as_version=4)
    said, adds_up, minutes = worth(notebook.cells)
    assert said == adds_up
    assert any(name.startswith("Task") for name in said)
    assert sum(minutes[:-1]) == minutes[-1] > 0


def test_a_task_with_another_number_of_points_is_found():
    notebook = nbformat.read(NOTEBOOKS / NAMES[0] / f"{NAMES[0]}.ipynb", as_version=4)
    task = next(cell for cell in notebook.cells if "### Task 1" in cell.source)
    task.source = task.source.replace("· 5 points", "· 6 points")
    said, adds_up, _ = worth(notebook.cells)
    assert {name for name in said if said[name] != adds_up[name]} == {"Task 1"}


@pytest.mark.parametrize("lab", NAMES)
def test_the_fine_print_says_its_share_of_a_task(lab):
    cells = nbformat.read(NOTEBOOKS / lab / f"{lab}.ipynb", as_version=4).cells
    text = next(c.source for c in cells if c.source.startswith("## The fine print"))
    assert "a fifth of each task" in text.lower()
    graded = [c.metadata.nbgrader for c in cells if c.metadata.get("nbgrader", {}).get("points")]
    names = {c.metadata.nbgrader.grade_id for c in cells if mark_of(c).kind == "solution"}
    all_of, fine = dict.fromkeys(names, 0), dict.fromkeys(names, 0)
    for test in (g for g in graded if g.grade_id.startswith("test_")):
        about = max((n for n in names if test.grade_id.startswith(f"test_{n}")), key=len)
        all_of[about] += test.points
        fine[about] += test.points * test.grade_id.endswith(FINE_PRINT)
    assert not {n: (fine[n], all_of[n]) for n in names if fine[n] > all_of[n] / 5}


@pytest.mark.parametrize("lab", NAMES)
def test_a_filter_has_one_name_in_text_docstrings_and_pictures(lab):
    cells = nbformat.read(NOTEBOOKS / lab / f"{lab}.ipynb", as_version=4).cells
    shown = [cell.source for cell in cells if not cell.source.startswith("# @title")]
    assert [text for text in shown if re.search(r"\bkernels?\b", text, re.IGNORECASE)] == []

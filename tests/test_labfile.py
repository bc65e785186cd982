"""The lab format: one rule for what is hidden, facts in each lab's own header."""

import re

import jupytext
import nbformat
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from nbgrader.preprocessors import ClearHiddenTests
from page_parser import Page

from grading.labfile import (
    LabError,
    defining_cells,
    facts,
    hidden_lines,
    name_tested,
    out_of_bounds,
    visible,
)
from grading.pages.feedback import page
from grading.paths import LABS, lab_names
from grading.records.points import Exercise, Item, Lab, Work

SPELLINGS = [
    ("### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"),
    ("# BEGIN HIDDEN TESTS", "# END HIDDEN TESTS"),
    ("#BEGIN HIDDEN TESTS", "#END HIDDEN TESTS"),
    ("    ## BEGIN HIDDEN TESTS (with other numbers)", "    ## END HIDDEN TESTS, at last"),
    ("assert True  # BEGIN HIDDEN TESTS", "assert True  # END HIDDEN TESTS"),
    ("BEGIN HIDDEN TESTS", "END HIDDEN TESTS"),
    ("XBEGIN HIDDEN TESTSX", "XEND HIDDEN TESTSX"),
]
lines = st.sampled_from(
    [line for pair in SPELLINGS for line in pair]
    + ["", "assert f(1) == 2", "    x = 3", "# begin hidden tests", "# BEGIN HIDDEN", "\x0c", "\r"]
)


def released(source):
    """A test cell as nbgrader itself gives it out; None where it refuses the source."""
    cell = nbformat.v4.new_code_cell(source)
    cell.metadata["nbgrader"] = {"grade": True, "solution": False, "grade_id": "test_f"}
    try:
        return ClearHiddenTests().preprocess_cell(cell, {}, 0)[0].source
    except RuntimeError:
        return None


@given(st.lists(lines, max_size=8))
@example(["a", "# END HIDDEN TESTS", "b"])
@example(["# BEGIN HIDDEN TESTS and END HIDDEN TESTS", "a", "# END HIDDEN TESTS"])
def test_what_students_see_is_what_nbgrader_leaves(parts):
    source = "\n".join(parts)
    theirs = released(source)
    if theirs is not None:
        assert visible(source) == theirs


@pytest.mark.parametrize(("begin", "end"), SPELLINGS)
def test_a_page_shows_nothing_that_is_hidden_however_it_is_spelt(begin, end):
    source = f"assert f(1) == 2\n{begin}\nassert f(717) == 718\n{end}\nassert f(3) == 4"
    text = shown(source)
    assert "f(1) == 2" in text
    assert "f(3) == 4" in text
    assert "717" not in text
    assert "HIDDEN" not in text


@pytest.mark.parametrize("begin", [begin for begin, _ in SPELLINGS])
def test_a_hidden_part_without_an_end_hides_the_rest(begin):
    assert "717" not in shown(f"assert f(1) == 2\n{begin}\nassert f(717) == 718")
    assert hidden_lines(f"a\n{begin}\nb\nc") == {2, 3, 4}


def test_what_only_resembles_the_mark_hides_nothing():
    assert "f(717)" in shown("# BEGIN HIDDEN\n# begin hidden tests\nassert f(717) == 718")


def shown(source):
    """The text of a student's page with one test cell, which has failed in its third line."""
    mark = {"grade_id": "test_f", "grade": True, "solution": False, "locked": True, "points": 2}
    error = {
        "output_type": "error",
        "ename": "AssertionError",
        "evalue": "f(717): expected 718, got 0",
        "traceback": ["in the test, line 3", "AssertionError: f(717): expected 718, got 0"],
    }
    cell = {
        "cell_type": "code",
        "id": "test_f",
        "metadata": {"nbgrader": mark},
        "source": source,
        "outputs": [error] if len(source.split("\n")) > 3 else [],
    }
    answer = {"cell_type": "code", "id": "f", "metadata": {}, "source": "f = print", "outputs": []}
    about = Lab("made_up", "A made-up lab", (Exercise("f", (Item("test_f", 2, False),)),))
    return Page(page(about, Work("ann", "", {"test_f": 0}), {"cells": [answer, cell]})).text


# --- names and facts ---------------------------------------------------------------------------


def test_a_test_is_about_the_longest_name_that_it_begins_with():
    names = {"conv", "conv_1d", "conv_1d_backward"}
    assert name_tested("test_conv_1d_edges", names) == "conv_1d"
    assert name_tested("test_conv_1d_backward", names) == "conv_1d_backward"
    assert name_tested("test_conv_2", names) == "conv"
    assert name_tested("test_pool", names) is None


def test_only_the_sixth_lab_has_everything_in_bounds():
    free = [lab for lab in lab_names() if not out_of_bounds(lab)]
    assert free == ["lab6_mnist_filters"]
    assert "scipy" in out_of_bounds("lab1_dot")
    assert out_of_bounds("a_lab_of_somebody_else") == ()


def test_a_lab_may_have_any_name(tmp_path, monkeypatch):
    for name in ("week9_softmax", "lab1_dot"):
        (tmp_path / f"{name}.py").write_text("# %% [markdown]\n# # A lab\n")
    monkeypatch.setattr("grading.paths.LABS", tmp_path)
    assert lab_names() == ["lab1_dot", "week9_softmax"]


def test_a_header_says_what_it_says_and_a_lab_without_one_has_the_defaults(tmp_path):
    (tmp_path / "plain.py").write_text("# %% [markdown]\n# # A lab\n")
    (tmp_path / "free.py").write_text(
        "# ---\n# jupyter:\n#   lab:\n#     bounds: false\n#     demo: [ada]\n# ---\n\n# %%\n"
    )
    assert facts("plain", tmp_path) == facts("missing", tmp_path)
    assert (facts("free", tmp_path).bounds, facts("free", tmp_path).demo) == (False, ("ada",))


@pytest.mark.parametrize("line", ["bound: false", "][", "bounds: no scipy"])
def test_a_header_that_says_something_unknown_is_refused_by_name(tmp_path, line):
    (tmp_path / "odd.py").write_text(f"# ---\n# jupyter:\n#   lab:\n#     {line}\n# ---\n")
    with pytest.raises(LabError, match=r"odd\.py: its header"):
        facts("odd", tmp_path)


@pytest.mark.parametrize("lab", lab_names())
def test_defining_cells_are_those_that_jupytext_reads(lab):
    read = jupytext.read(LABS / f"{lab}.py", fmt="py:percent").cells
    expected = [
        (kind, cell.metadata[kind], cell.source)
        for cell in read
        for kind in ("solution", "locked")
        if kind in cell.metadata
    ]
    found = [
        (kind, name, re.sub(r"^# (?=%)", "", source, flags=re.M))
        for kind, name, source in defining_cells(lab)
    ]
    assert found == expected

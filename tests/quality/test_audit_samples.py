"""The three samples of docs/audit.md: every hole that was planted in them is found."""

import pytest
from thorough import sample, thorough

from grading.paths import ROOT
from grading.quality.audit.findings import report
from grading.quality.audit.notebook import read_notebook
from grading.quality.audit.survey import survey
from grading.quality.audit.verb import find

SAMPLES = ROOT / "docs" / "samples"
# What was planted: kind of finding, exercise ("" for the notebook), words that it must say.
PLANTED = {
    "means": (
        "nbgrader",
        [
            ("no_test", "accuracy", ""),
            ("nothing", "zero_pad", "zeros of the right shape"),
            ("fooled", "", "`test_softmax`"),
            ("loose", "conv_forward", "wrong answers reply wrongly"),
            ("loose", "conv_forward", "its entries back to front"),
            ("loose", "zero_pad", "every number 10 % too large"),
            ("untried", "conv_forward", "`stride` is always 1"),
            ("untried", "conv_forward", "`pad` is always 1"),
            ("untried", "conv_forward", "axes 2 and 3 of `X` are always of one length"),
            ("untried", "max_pool", "axes 2 and 3 of `X` are always of one length"),
            ("changed", "softmax", ""),
            ("plain_kernel", "", "rel_error"),
        ],
    ),
    "ones": (
        "pairs",
        [
            ("untried", "dot_backward", "`da` is always 1.0"),
            ("untried", "conv_backward", "axis 0 of `x` always has length 1"),
            ("luck", "relu_backward", ""),
            ("rejected", "step", "the last digit"),
        ],
    ),
    "series": (
        "otter",
        [
            ("nothing", "in_order", "always True"),
            ("nothing", "moving_sums", "the input itself"),
            ("untried", "in_order", "`values` is always in order"),
            ("no_error", "moving_sums", ""),
            ("rejected", "mean", "NumPy's numbers"),
            ("fooled_plain", "", "equals everything"),
        ],
    ),
}


@pytest.mark.parametrize("name", sample(reversed(PLANTED), 1))
def test_every_hole_that_was_planted_is_found_and_shown_on_the_page_in_the_docs(name):
    kind, planted = PLANTED[name]
    found = report(survey(read_notebook(SAMPLES / f"{name}.ipynb", kind), seeds=5, jobs=2))
    for what, exercise, words in planted:
        about = [f.text for f in found.findings if (f.kind, f.exercise) == (what, exercise)]
        assert any(words in text for text in about), (what, exercise, words, about)
    page = (SAMPLES / f"{name}.html").read_text()
    assert f"<strong>{len(found.holes)} holes</strong>" in page
    for row in found.rows:
        assert f"<code>{row.name}</code>" in page


def test_the_samples_have_at_least_eight_kinds_of_holes():
    kinds = {kind for _, planted in PLANTED.values() for kind, *_ in planted}
    assert len(kinds) >= 8


@thorough
def test_a_lab_that_the_bank_holds_has_no_hole_and_the_counts_that_the_docs_give():
    found = report(survey(find("lab1_dot"), seeds=2, jobs=2))
    assert [finding.text for finding in found.holes] == []
    table = (ROOT / "docs" / "tests.md").read_text()
    for row in found.rows:
        counts = f"{row.mutants} | {row.killed} | {row.accepted} | 100 %"
        assert f"| lab1_dot `{row.name}` | {counts} |" in table
        assert row.alike == row.undecided == row.survivors == row.elsewhere == 0

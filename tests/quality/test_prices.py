"""A slip that leaves a part of an exercise right keeps three fifths of its mathematics."""

from dataclasses import replace

import numpy as np
import pytest
from thorough import sample, thorough

from grading.diagnosis.diagnose import own_names
from grading.paths import lab_names
from grading.quality.bank import slips
from grading.quality.prices import PAGE, Price, looked_at, page, prices

NO_PART_OF_AN_EXERCISE = {  # is what these leave right
    "conv_1d/np_correlate": "out of bounds, whatever it answers",
    "dot_backward/rounded": "right where all numbers are whole, as in most probes",
    "conv_1d_backward/upstream_kept_from_the_first_call": "right in the first call",
}
STALE = "stale: python -m grading bank --prices"


@thorough
def test_the_page_is_that_of_the_bank():
    found = [price for lab in lab_names() for price in prices(lab)]
    assert page(found) == PAGE.read_text(encoding="utf-8"), STALE
    dear = {f"{p.name}/{p.slip}" for p in found if not p.fair}
    assert dear == set(NO_PART_OF_AN_EXERCISE)


@pytest.mark.parametrize("lab", sample(lab_names(), 2))
def test_the_rows_of_a_lab_are_those_of_the_bank(lab):
    """All but the sum of all labs."""
    rows = [line for line in page(list(prices(lab))).splitlines() if not line.startswith("| all |")]
    assert [
        line for line in rows if line not in PAGE.read_text(encoding="utf-8").splitlines()
    ] == []


def test_a_price_that_the_page_does_not_give_is_found():
    first = next(iter(prices("lab1_dot")))
    row = page([replace(first, points=99)]).splitlines()[-1]
    assert first.slip in row
    assert row not in PAGE.read_text(encoding="utf-8").splitlines()


def test_each_slip_of_a_name_with_probes_has_a_row():
    rows = [line.split(" | ")[:2] for line in PAGE.read_text().splitlines() if " | " in line]
    rows = {(name.strip("| `"), slip) for name, slip in rows}
    missing = [s.slip for s in slips("lab3_conv2d") if (s.name, s.slip) not in rows]
    assert not missing


def conv_backward(X, w, dA=None):
    """Right in dX; nothing of dw."""
    right = own_names("lab3_conv2d")["conv_backward"](X, w, dA)
    return {"X": right["X"], "w": right["w"] * 0}


def test_each_output_is_looked_at_by_itself():
    right, only = looked_at("lab3_conv2d", "conv_backward", conv_backward)
    assert right["dX"] == 1
    assert right["dw"] < 0.2  # some gradients are zero
    assert only == ""


def test_a_right_solution_is_right_throughout_and_wrong_without_no_option():
    own = own_names("lab3_conv2d")["conv2d_forward"]
    assert looked_at("lab3_conv2d", "conv2d_forward", own) == ({"forward": 1.0}, "")


def test_the_option_that_goes_wrong_is_found():
    own = own_names("lab3_conv2d")["conv2d_forward"]

    def ignores_padding(X, w, b, stride=1, padding=0):
        return own(X, w, b, stride, 0) if X.shape[2] >= w.shape[2] else np.zeros(1)

    right, only = looked_at("lab3_conv2d", "conv2d_forward", ignores_padding)
    assert only == "padding"
    assert 0 < right["forward"] < 1


@pytest.mark.parametrize(
    ("right", "only", "kept", "fair"),
    [
        ({"dX": 1.0, "dw": 0.5}, "", 6, True),
        ({"dX": 1.0, "dw": 0.5}, "", 5.9, False),
        ({"dX": 0.5, "dw": 0.5}, "stride", 5.9, False),
        ({"dX": 0.5, "dw": 0.5}, "", 0, True),  # no part is right by itself
    ],
)
def test_fair_are_three_fifths_where_a_part_is_right(right, only, kept, fair):
    assert Price("lab", "name", "slip", right, only, kept, 10).fair == fair

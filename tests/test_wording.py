"""How points and numbers of things are written."""

import pytest

from grading.wording import change, counted, points


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [(1.0, 2.5, "1 point before, 2.5 now"), (2, 9, "2 points before, 9 now")],
)
def test_points_that_changed_are_told_with_the_right_plural(before, now, said):
    assert change(before, now) == said


def test_a_sum_of_tenths_is_written_without_the_noise_of_floats():
    assert points(0.1 + 0.2) == "0.3 points"


def test_one_page_is_not_one_pages():
    assert [counted(n, "page") for n in (0, 1, 2)] == ["0 pages", "1 page", "2 pages"]

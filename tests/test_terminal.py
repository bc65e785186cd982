"""What strangers write cannot steer a terminal, nor pretend to be a line of ours."""

from hypothesis import given
from hypothesis import strategies as st

from grading.terminal import printable, printable_lines


@given(st.text())
def test_one_line_stays_one_line_of_plain_characters(text):
    assert printable(text).isprintable()


@given(st.text())
def test_lines_stay_as_many_and_each_is_plain(text):
    lines = printable_lines(text).split("\n")
    assert len(lines) == text.count("\n") + 1
    assert all(line.isprintable() for line in lines)


def test_what_steers_is_spelt_out():
    assert printable("a\n  ann: 0 points\x1b[2J é") == r"a\n  ann: 0 points\x1b[2J é"

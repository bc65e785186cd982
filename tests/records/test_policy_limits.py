"""Whatever stands in course.toml, it is understood, or the sentence says what is wrong with it."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grading.records.policy import PolicyError, parse_policy, read_policy

HUGE = "1" + "0" * 400


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (f"labs.a.weight = {HUGE}", "a number with many digits"),
        (f"late.penalty = {HUGE}", "a number with many digits"),
        ('late.per = "99999999999999 days"', "3650 days at most"),
        (f'late.grace = "{HUGE} days"', "3650 days at most"),
        ('labs.a.due = 2026-01-01\nlabs.a.extensions.ann = "9999999 weeks"', "3650 days at most"),
        ("labs.a.due = 9999-12-31T23:59:59", "expected a year from 1971"),
        ('time_zone = "Asia/Tokyo"\nlabs.a.due = 0001-01-01T00:00:00', "expected a year from 1971"),
        (f"labs.a.void = {'[' * 5000}{']' * 5000}", "nested too deeply"),
    ],
    ids=range(8),
)
def test_what_is_beyond_all_measure_is_refused_in_a_sentence(tmp_path, text, says):
    (tmp_path / "course.toml").write_text(text)
    with pytest.raises(PolicyError, match=says) as refused:
        read_policy(tmp_path)
    assert len(str(refused.value)) < 400


def test_what_people_write_is_understood(tmp_path):
    (tmp_path / "course.toml").write_text(
        "labs.a.weight = 2.5\nlabs.a.due = 2026-10-12\n"
        'labs.a.extensions.ann = "2 weeks"\nlate.penalty = "10 %"\nlate.per = "36 h"\n'
    )
    policy = read_policy(tmp_path)
    extended = policy.due("a", "ann") - policy.due("a", "bob")
    assert (policy.lab("a").weight, extended) == (2.5, timedelta(weeks=2))


VALUES = st.one_of(
    st.integers(), st.floats(), st.text(), st.booleans(), st.datetimes(), st.dates(),
    st.lists(st.text(max_size=3), max_size=3), st.dictionaries(st.text(), st.text(), max_size=2),
    st.from_regex(r"\d{1,30}(\.\d{1,9})? ?(%|s|min|hours?|days?|weeks?)", fullmatch=True),
)  # fmt: skip
PLACES = ["weight", "due", "late", "extensions", "sections", "attempts", "void", "bonus"]


@given(st.dictionaries(st.sampled_from(PLACES), VALUES, max_size=4), VALUES, VALUES)
def test_no_value_anywhere_ends_in_anything_but_a_sentence(rules, penalty, time):
    table = {"labs": {"a": rules}, "late": {"penalty": penalty, "per": time, "grace": time}}
    for wanted in (table, {"labs": {"a": rules | {"extensions": {"ann": time}}}}):
        try:
            policy = parse_policy(wanted)
        except PolicyError:
            continue
        policy.due("a", "ann")
        if late := policy.lab("a").late:
            assert 0 <= late.taken(10.0, timedelta(days=3)) <= 10


class Counted(str):
    """An id that counts what it is compared with."""

    compared = 0
    __hash__ = str.__hash__

    def __eq__(self, other):
        Counted.compared += 1
        return str(self) == other


def test_a_section_is_found_without_a_look_at_every_student_of_the_class():
    names = [f"student{number}" for number in range(100)]
    policy = parse_policy({"sections": {"monday": names[:50], "tuesday": names[50:]}})
    assert policy.section(Counted("student70")) == "tuesday"
    assert Counted.compared < 10


def test_a_student_in_two_sections_is_named():
    sections = {"monday": ["ann", "bob"], "tuesday": ["cat", "bob"]}
    with pytest.raises(PolicyError, match="bob is in two sections"):
        parse_policy({"sections": sections})

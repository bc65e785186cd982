"""What grading gives: it adds up, survives a file, and old files are read or refused by name."""

import contextlib
import json
from dataclasses import FrozenInstanceError, asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grading.engine.model import Case, Diagnosis, Result, TestResult, result_of

words = st.text(max_size=8)
points = st.floats(0, 100)
values = st.none() | st.lists(st.floats(-9, 9), max_size=3)
diagnoses = st.builds(
    Diagnosis,
    slip=words,
    alike=st.lists(words, max_size=2).map(tuple),
    idea=words,
    hint=words,
    case=st.none() | st.builds(Case, words, words, words, values, values),
)
results = st.builds(
    Result,
    lab=words,
    student=words,
    seed=st.integers(0, 2**32),
    notebook=words,
    tests=st.dictionaries(words, st.builds(TestResult, points, points, words), max_size=4),
    answered=st.dictionaries(words, st.booleans(), max_size=3),
    remarks=st.lists(words, max_size=3).map(tuple),
    seconds=st.dictionaries(words, points, max_size=3),
    diagnoses=st.dictionaries(words, diagnoses, max_size=2),
)
OLD = {  # as version 0.1.0 wrote it
    "lab": "tiny",
    "student": "ann",
    "seed": 7,
    "notebook": None,
    "tests": {"test_double": [2.0, 2.0, ""], "test_mean": [0, 3, "AssertionError: no"]},
    "answered": {"double": True},
    "remarks": ["A note."],
    "seconds": {"plan": 0.1},
    "diagnoses": {"mean": {"slip": "takes_all", "alike": [], "idea": "", "hint": "", "case": None}},
    "versions": {"engine": "abc"},
}


@given(results)
def test_a_result_comes_back_from_a_file_as_it_was(result):
    assert result_of(json.loads(json.dumps(asdict(result)))) == result


@given(st.lists(st.tuples(points, points), max_size=5))
def test_a_results_points_are_those_of_its_tests(pairs):
    tests = {f"test_{i}": TestResult(*pair) for i, pair in enumerate(pairs)}
    result = Result("lab", "ann", 1, "", tests, {})
    assert result.points == sum(score for score, _ in pairs)
    assert result.out_of == sum(most for _, most in pairs)


def test_a_result_of_the_first_version_is_read():
    result = result_of(OLD)
    assert (result.points, result.out_of) == (2, 5)
    assert result.tests["test_mean"] == TestResult(0, 3, "AssertionError: no")
    assert result.diagnoses == {"mean": Diagnosis("takes_all")}


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)


@given(json_values)
def test_what_is_no_result_is_refused_and_no_other_error_is_raised(content):
    with pytest.raises(ValueError, match="not a result of this version"):
        result_of(content)


@given(st.sampled_from(sorted(OLD)), json_values)
def test_a_result_with_one_odd_field_is_read_or_refused(field, content):
    with contextlib.suppress(ValueError):  # any other error would end the class's run
        assert isinstance(result_of(OLD | {field: content}), Result)


def test_nobody_changes_a_result():
    with pytest.raises(FrozenInstanceError):
        result_of(OLD).seed = 8

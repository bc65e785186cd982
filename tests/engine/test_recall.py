"""Who answers the same gets the same outcome without a run of the test; and nobody else does."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_examiner import CELLS
from thorough import examples, sample

from grading.engine import examiner
from grading.engine import recall as recalled
from grading.engine.examiner import grade
from grading.engine.model import Cell
from grading.engine.recall import OtherWords, Recall, Talk

RAN = []  # the tests that were run, in their order: they say so themselves
SAYS_SO = f"import sys; sys.modules[{__name__!r}].RAN.append('{{}}')\n"
IMPORTS = "import numpy as np\nimport io\nimport contextlib"


def run(nursery, recall, student, *tests, locked=(), seconds=10):
    """Outcomes of tests, in their order, and which of them were run."""
    cells = [Cell("locked", i, source) for i, source in enumerate(locked)]
    cells.append(Cell("student", len(cells), f"import numpy as np\n{student}"))
    first = len(cells)
    for name, test in enumerate(tests):
        cells.append(Cell("test", len(cells), SAYS_SO.format(name) + test, f"test_{name}", 4))
    RAN.clear()
    found = grade(cells, nursery, 7, IMPORTS, seconds, 60, recall=recall).outcomes
    return [found[cell.id] for cell in cells[first:]], list(RAN)


SEED = {"random numbers from a seed"}  # everybody's generator: such a test may be run again


@pytest.mark.parametrize("title", sample(CELLS, 22, always=SEED))
def test_the_same_answers_get_the_same_outcome_and_the_test_is_not_run(nursery, title):
    right, wrong, test = CELLS[title]
    for student in (right, wrong):
        alone, _ = run(nursery, None, student, test)
        recall = Recall()
        first, ran = run(nursery, recall, student, test)
        again, ran_again = run(nursery, recall, student, test)
        assert first == again == alone
        assert ran == ["0"]
        if title not in SEED:
            assert ran_again == []


@pytest.mark.parametrize("title", sample(CELLS, 22, always=SEED))
def test_another_answer_gets_its_own_outcome_whoever_came_before(nursery, title):
    right, wrong, test = CELLS[title]
    for before, student in ((right, wrong), (wrong, right)):
        recall = Recall()
        run(nursery, recall, before, test)
        assert run(nursery, recall, student, test)[0] == run(nursery, None, student, test)[0]


TEST = "assert np.array_equal(f(np.arange(3.0)), [0, 1, 2])\nf(1)"
ALMOST = {  # ways to f(x) that differ from `return x * 1` in one thing alone
    "the sign of a zero": "def f(x): return x * 1 + (-0.0 if np.ndim(x) else 0) - 0.0 * (x == 0)",
    "a dtype": "def f(x): return np.float32(1) * x if np.ndim(x) == 0 else np.asarray(x, 'f4')",
    "strides": "def f(x): return np.repeat(x, 2)[::2] if np.ndim(x) else x",
    "order": "def f(x): return np.asfortranarray(np.ones((2, 2)))",
    "a view of the argument": "def f(x): return x",
    "a NaN": "def f(x): return x * np.nan",
    "read-only": "def f(x):\n    y = np.array(x * 1)\n    y.flags.writeable = False\n    return y",
    "what is printed": "def f(x):\n    print('here')\n    return x * 1",
    "an argument that changes": "def f(x):\n    y = x * 1\n    x *= 2\n    return y",
    "the text of an error": "def f(x): raise ValueError('no')",
    "another text": "def f(x): raise ValueError('never')",
    "a list": "def f(x): return list(np.atleast_1d(x * 1))",
    "an int": "def f(x): return x * 1 if np.ndim(x) else np.int64(1)",
    "a bool": "def f(x): return x * 1 if np.ndim(x) else True",
    "the name of an argument": "def f(y): return y * 1",
}


@pytest.mark.parametrize("title", ALMOST)
def test_an_answer_that_differs_in_one_thing_is_another_one(nursery, title):
    recall = Recall()
    run(nursery, recall, "def f(x): return x * 1", TEST)
    got, ran = run(nursery, recall, ALMOST[title], TEST)
    assert ran == ["0"]
    assert got == run(nursery, None, ALMOST[title], TEST)[0]


def test_answers_that_do_not_fit_into_the_line_at_once_are_remembered_too(nursery):
    recall, honest = Recall(), "def f(n): return np.ones(n)"
    test = "steps = [Step(f, (n,)) for n in (10, 200_000) * 3]\n"
    test += "assert [x.sum() for x, _ in play(steps)] == [10, 200_000] * 3 and f(1) == 1"
    test = f"from lib.play import Step, play\n{test}"
    for ran in (["0"], []):
        (got,), ran_now = run(nursery, recall, honest, test)
        assert (got.score, ran_now) == (4, ran)
    (got,), _ = run(nursery, recall, f"{honest} + (n > 10)", test)
    assert got.score == 0


def test_whoever_leaves_a_known_way_is_asked_nothing_twice(nursery):
    counts = "calls = []\ndef f(x):\n    calls.append(x)\n    return {}"
    tests = "for i in range(20): assert f(i) == i", "assert calls == list(range(20)), calls"
    recall = Recall()
    run(nursery, recall, counts.format("x"), *tests)
    (first, second), ran = run(nursery, recall, counts.format("x if x < 15 else 15.0"), *tests)
    assert (first.score, second.score) == (0, 0)
    assert "got" not in second.why
    assert second.why.endswith(str(list(range(17))))
    assert ran == ["0", "1"]


def test_a_function_of_the_test_is_called_as_often_as_it_was(nursery):
    test = "seen = []\ndef g(x):\n    seen.append(x)\n    return x + 1\nassert f(g) == 3\n"
    test += "assert seen == [1, 2], seen"
    recall = Recall()
    run(nursery, recall, "def f(g): return g(g(1))", test)
    got, ran = run(nursery, recall, "def f(h): return h(h(1))", test)  # another name: another talk
    assert got[0].score == 4
    assert ran == ["0"]
    got, ran = run(nursery, recall, "def f(g): return g(g(1))", test)
    assert got[0].score == 4
    assert ran == []
    got, ran = run(nursery, recall, "def f(g): return g(1) + 1", test)
    assert got[0].score == 0
    assert ran == ["0"]


def test_a_process_that_hangs_or_dies_on_a_known_way_loses_that_test_alone(nursery):
    tests = "for i in range(3): assert f(i) == i", "assert f(7) == 7"
    recall = Recall()
    run(nursery, recall, "def f(x): return x", *tests)
    for bad in ("while x == 2: pass", "import os; x == 2 and os._exit(1)"):
        student = f"def f(x):\n    {bad}\n    return x"
        got, ran = run(nursery, recall, student, *tests, seconds=2)
        assert got[0].why.startswith("Stopped")
        assert got[0].score == 0
        assert got[1].score == 4
        assert ran[0] == "0"


def test_a_test_that_draws_other_numbers_each_time_is_run_each_time_with_its_own(nursery):
    test = "x = np.random.default_rng().integers(10**9)\nassert f(int(x)) == x"
    recall = Recall()
    for student in ("def f(x): return x", "def f(x): return x + 1", "def f(x): return x"):
        got, _ = run(nursery, recall, student, test)
        assert got[0].score == (4 if "+" not in student else 0)
    assert recall.unsteady
    got, ran = run(nursery, recall, "def f(x): return x", test)
    assert got[0].score == 4
    assert ran == ["0"]


@pytest.mark.parametrize(
    "tests",
    [
        ("import time\nassert f(1) == 1 and time.time()",),
        ("found = f(1)", "assert found == 1 and f(2) == 2"),
        ("GIVEN.append(f(1))", "assert len(GIVEN) == 1 and f(2) == 2"),
        ("np.random.seed(f(1))", "assert np.random.random() and f(2) == 2"),
        ("del g\ntry:\n    assert f(1) == 1\nfinally:\n    pass",),
    ],
    ids=["the clock", "a name of another test", "a given value", "a generator", "a taken name"],
)
def test_a_test_that_hangs_on_more_than_answers_is_run_each_time(nursery, tests):
    state = random.getstate(), np.random.get_state()  # noqa: NPY002
    recall, student = Recall(), "def f(x): return x\ndef g(x): return x"
    try:
        before = run(nursery, recall, student, *tests, locked=["GIVEN = []"])
        again = run(nursery, recall, student, *tests, locked=["GIVEN = []"])
    finally:
        random.setstate(state[0])
        np.random.set_state(state[1])  # noqa: NPY002
    assert "0" in again[1]
    assert before[0] == again[0]
    assert all(outcome.score == 4 for outcome in again[0])


def test_what_a_test_finds_given_may_hang_on_answers_too(nursery):
    recall, test = Recall(), "assert given == 1 and f(1) == f(1)"
    student = "def f(x): return x"
    given = ["given = 1"]
    run(nursery, recall, student, test, locked=given)
    assert run(nursery, recall, student, test, locked=given)[1] == []
    cells = [
        Cell("student", 0, "def f(x): return {}"),
        Cell("locked", 1, "given = f(1)"),
        Cell("test", 2, "assert given == 1 and f(1) == f(1)", "test", 4),
    ]
    for value, points in (("x", 4), ("x + 1", 0)):
        mine = [Cell("student", 0, f"def f(x): return {value}"), *cells[1:]]
        assert grade(mine, nursery, 7, IMPORTS, recall=recall).outcomes[2].score == points


def test_no_more_is_remembered_than_there_is_room_for(nursery, monkeypatch):
    monkeypatch.setattr(recalled, "ROOM", 2_000)
    monkeypatch.setattr(recalled, "SHARE", 1)
    recall = Recall()
    test = "for i in range(50): assert f(i) == i"
    for _ in range(2):
        got, ran = run(nursery, recall, "def f(x): return x", test)
        assert got[0].score == 4
        assert ran == ["0"]
    assert len(recall.steps) < 10
    monkeypatch.setattr(recalled, "MAX_TALK", 2_000)
    recall = Recall()
    recall.room = 1 << 20
    run(nursery, recall, "def f(x): return x", test)
    assert not recall.steps


VALUES = ["0.0", "-0.0", "0", "False", "None", "'a'", "np.nan", "np.zeros(2)", "[0]", "(0,)", "{}"]


@settings(max_examples=examples(15), deadline=None)
@given(st.lists(st.lists(st.sampled_from(VALUES), min_size=3, max_size=3), max_size=6))
def test_a_class_gets_the_same_with_memory_as_without(nursery, students):
    tests = (
        "for i in range(3): assert not np.any(f(i)), i",
        "assert repr(f(0)) == repr(f(1)), (f(0), f(2))",
    )
    recall = Recall()
    for answers in students:
        student = f"def f(i): return [{', '.join(answers)}][i]"
        assert run(nursery, recall, student, *tests)[0] == run(nursery, None, student, *tests)[0]


def test_a_talk_that_is_had_again_is_the_same_or_ends():
    talk = Talk()
    for said, word in ((True, b"f(1)?"), (False, b"1"), (True, b"f(2)?")):
        talk.add(said, word)
    talk.again = 0
    assert talk.say(b"f(1)?")
    assert talk.hear() == b"1"
    assert talk.say(b"f(2)?")
    assert talk.hear() is None
    assert talk.whole()
    assert not talk.say(b"f(3)?")
    for do in (lambda: talk.say(b"f(2)?"), talk.hear):
        talk.again = 0
        with pytest.raises(OtherWords):
            do()
        assert talk.differs
        assert not talk.whole()
        talk.differs = False


def test_whoever_changes_what_is_given_changes_it_for_nobody_else(nursery):
    tests = ("g(DIGIT)\nNone", "assert f(3) == DIGIT.sum()")
    given, honest = ["DIGIT = np.arange(3.0)"], "def g(x): return 0\ndef f(x): return 3.0"
    recall = Recall()
    greedy = "def g(x): x[:] = 100\ndef f(x): return 3.0"
    assert [o.score for o in run(nursery, recall, greedy, *tests, locked=given)[0]] == [4, 0]
    for ran in (["0", "1"], []):
        outcomes, ran_now = run(nursery, recall, honest, *tests, locked=given)
        assert [o.score for o in outcomes] == [4, 4]
        assert ran_now == ran
    # What is remembered of others says nothing about whoever has changed it, either.
    assert [o.score for o in run(nursery, recall, greedy, *tests, locked=given)[0]] == [4, 0]


def test_what_comes_of_too_little_memory_is_not_remembered(nursery, monkeypatch):
    test, student = "assert f(1) == 1", "def f(x): return x"
    monkeypatch.setattr(examiner, "is_short_of_memory", lambda: True)
    recall = Recall()
    run(nursery, recall, student, test)
    assert not recall.steps
    monkeypatch.setattr(examiner, "is_short_of_memory", lambda: False)
    run(nursery, recall, student, test)
    assert recall.steps


def test_no_submission_takes_the_room_of_all_others(nursery, monkeypatch):
    monkeypatch.setattr(recalled, "ROOM", 200_000)
    recall = Recall()
    test = "for i in range(500): f(i)"
    run(nursery, recall, "def f(x): return x", test)
    assert recall.room >= 200_000 * (1 - 1 / recalled.SHARE)
    other = "assert f(1) == 1"
    run(nursery, recall, "def f(x): return x", other)
    assert run(nursery, recall, "def f(x): return x", other)[1] == []

"""A play: many steps asked for in one question, seen as if they were made one after the other."""

import itertools
import time

import numpy as np
import pytest

from grading.engine.nursery import StudentError
from grading.engine.student_handle import Child
from lib.cases import case, check_backward, check_cases
from lib.checking import check_layer, check_untouched
from lib.diagnosis_asking import ask
from lib.play import Filled, Step, play
from lib.probes import probes_of

CODE = """
import os, sys
import numpy as np

class Times:
    def forward(self, x, w):
        self.x, self.w = x, w
        return x * w
    def backward(self, dout):
        return dout * self.w, dout * self.x

class Greedy(Times):
    def backward(self, dout):
        self.x += 1
        return dout * self.w, dout * self.x

buffer = np.zeros(3)

def double(x):
    return 2 * x

def again(x):
    buffer[:] = x
    return buffer

def itself(x):
    return x

def halve(x):
    x /= 2
    return x.sum()

def divide(a, b):
    return a / b

def apply(f, x):
    return f(x) + f(2 * x)

def bump(f, x):
    x[0] += 1
    up = f(x)
    x[0] -= 1
    return up - f(x)

def append(values):
    values.append(len(values))
    return len(values)

def leave(x):
    if x[0] > 1:
        os._exit(0)
    return x

def shout(x):
    print("called with", x)
    return x
"""


@pytest.fixture
def child(nursery):
    found = Child(nursery, 0)
    found.run(CODE)
    yield found
    found.end()


X = np.arange(1.0, 4)


def test_a_play_is_one_question_whatever_its_length(child):
    double = child.get("double")
    before = child.questions
    outcomes = list(play([Step(double, (i * X,)) for i in range(150)]))
    assert child.questions == before + 1
    assert all(np.array_equal(result, 2 * i * X) for i, (result, _) in enumerate(outcomes))


def test_steps_construct_call_methods_and_refer_to_earlier_results(child):
    times = child.get("Times")
    steps = [
        Step(times, wanted=False),
        Step(0, (X, 2.0), method="forward"),
        Step(0, (Filled(1, 0.5),), method="backward"),
    ]
    (_, none), (out, _), (gradients, _) = play(steps)
    assert none is None
    assert np.array_equal(out, 2 * X)
    assert np.array_equal(gradients[1], 0.5 * X)


def test_each_step_has_its_own_exception_and_only_its_users_fail_with_it(child):
    divide = child.get("divide")
    steps = [Step(divide, (1, 0)), Step(divide, (1, 2)), Step(0, method="bit_length")]
    outcomes = list(play(steps))
    kinds = [type(error).__name__ for _, error in outcomes]
    assert kinds == ["ZeroDivisionError", "NoneType", "ZeroDivisionError"]
    assert outcomes[1][0] == 0.5
    assert any("divide" in line for line in outcomes[0][1].student_trace)


def test_what_comes_after_a_step_that_fails_is_not_made(child):
    made = []
    here = (lambda x, y: x / y), (lambda x: made.append(x) or x)
    for divide, again in (here, (child.get("divide"), child.get("again"))):
        steps = [Step(divide, (1, 0)), Step(again, (X,), after=0), Step(again, (X,), after=1)]
        assert [type(error) for _, error in play(steps)] == [ZeroDivisionError] * 3
    assert made == []
    assert not np.any(child.get("buffer"))
    for divide, again in (here, (child.get("divide"), child.get("again"))):
        _, (result, _) = play([Step(divide, (4, 2)), Step(again, (X,), after=0)])
        assert np.array_equal(result, X)


def test_a_diagnosis_asks_all_that_it_asks_of_a_layer_at_once(child):
    times, probes = child.get("Times"), probes_of("Conv1D")
    before = child.questions
    assert len(ask("Conv1D", probes, times, None)) == len(probes) > 5
    assert child.questions == before + 1


def test_what_a_step_writes_is_seen_when_its_turn_has_come_and_not_before(child):
    a, b = X.copy(), X.copy()
    outcomes = play([Step(child.get("halve"), (a,)), Step(child.get("halve"), (b,))])
    assert next(outcomes)[0] == 3
    assert np.array_equal(a, X / 2)
    assert np.array_equal(b, X)
    assert next(outcomes)[0] == 3
    assert np.array_equal(b, X / 2)


def test_an_array_given_to_two_steps_is_one_and_keeps_what_the_first_wrote(child):
    a = X.copy()
    halve = child.get("halve")
    sums = [result for result, _ in play([Step(halve, (a,)), Step(halve, (a,)), Step(halve, (a,))])]
    assert sums == [3, 1.5, 0.75]
    assert np.array_equal(a, X / 8)


def test_shared_memory_is_shared_here_too(child):
    again, itself = child.get("again"), child.get("itself")
    a = X.copy()
    outcomes = play([Step(again, (X,)), Step(again, (2 * X,)), Step(itself, (a,))])
    first, _ = next(outcomes)
    assert np.array_equal(first, X)
    second, _ = next(outcomes)
    assert np.shares_memory(first, second)
    assert np.array_equal(first, 2 * X)
    assert np.shares_memory(next(outcomes)[0], a)


def test_a_mutation_of_what_a_layer_has_kept_is_seen_at_the_step_that_makes_it(child):
    x = X.copy()
    steps = [
        Step(child.get("Greedy"), wanted=False),
        Step(0, (x, 2.0), method="forward"),
        Step(0, (1.0,), method="backward"),
    ]
    outcomes = play(steps)
    next(outcomes), next(outcomes)
    assert np.array_equal(x, X)
    next(outcomes)
    assert np.array_equal(x, X + 1)


def test_lists_that_a_step_changes_change_here_too(child):
    values, others = [5], [6, 7]
    append = child.get("append")
    assert [r for r, _ in play([Step(append, (values,)), Step(append, (others,))])] == [2, 3]
    assert (values, others) == ([5, 1], [6, 7, 2])


def test_functions_of_the_test_are_called_in_the_middle_of_a_play(child):
    calls = []

    def f(x):
        calls.append(np.array(x))
        return float(np.sum(x**2))

    a = X.copy()
    steps = [Step(child.get("apply"), (f, 3.0)), Step(child.get("bump"), (f, a))]
    before = child.questions
    outcomes = play(steps)
    assert next(outcomes)[0] == 9 + 36
    assert len(calls) == 2
    assert next(outcomes)[0] == 3
    assert np.array_equal(calls[2], [2, 2, 3])
    assert np.array_equal(a, X)
    assert child.questions == before + 1


def test_another_question_may_come_before_a_play_is_read_to_its_end(child):
    double, f = child.get("double"), lambda x: x + 1
    outcomes = play([Step(double, (X,)), Step(child.get("apply"), (f, 1.0)), Step(double, (X,))])
    next(outcomes)
    assert np.array_equal(double(3 * X), 6 * X)
    outcomes.close()
    assert double(4) == 8


def test_a_process_that_ends_on_the_way_has_answered_what_it_did(child):
    leave = child.get("leave")
    outcomes = play([Step(leave, (i * X,)) for i in range(4)])
    assert len(list(itertools.islice(outcomes, 2))) == 2
    with pytest.raises(StudentError):
        next(outcomes)
    assert not child.alive


def test_a_wrong_answer_before_the_end_of_the_process_is_the_one_that_is_told(nursery):
    for wrong, kind in ((True, AssertionError), (False, StudentError)):
        child = Child(nursery, 0)
        child.run(CODE)
        first = case(X, gives=X + wrong)
        with pytest.raises(kind):
            check_cases(child.get("leave"), first, case(2 * X, gives=2 * X), case(X, gives=X))
        child.end()


def test_functions_and_classes_come_with_the_outputs_of_their_cell(nursery):
    child = Child(nursery, 0)
    source = "def f(x):\n    return x\nclass A:\n    pass\nn = 1\ng = max"
    child.run(source, ["f", "A", "n", "g", "other"])
    asked = child.questions
    assert child.get_again("f")(2) == 2
    assert child.get_again("A") is not None
    assert child.questions == asked + 1  # the call
    assert child.get_again("n") == 1
    child.run("def f(x):\n    return x + 1")  # nobody asked for it: what was known is forgotten
    assert not child.functions
    assert child.get_again("f")(2) == 3
    child.end()


def test_what_cannot_be_described_is_told_when_it_is_asked_for(nursery):
    child = Child(nursery, 0)
    source = "class M(type):\n    __module__ = property(lambda c: 1 / 0)\n"
    source += "class A(metaclass=M):\n    pass"
    child.run(f"{source}\ndef f(): pass\nf.__module__ = M('B', (), {{}})", ["A", "f"])
    assert not child.functions
    assert child.get("f")() is None
    child.end()


def test_what_is_printed_in_a_play_is_shown(child):
    printed = []
    child.begin(None, write=printed.append)
    list(play([Step(child.get("shout"), (i,)) for i in range(3)]))
    assert "".join(printed) == "called with 0\ncalled with 1\ncalled with 2\n"


def test_checks_see_over_there_what_they_see_here(child):
    space = {}
    exec(CODE, space)
    for names in (space.__getitem__, child.get):
        gives = (2 * X, (2 * X, X * X))
        right = {"dout": X, "gives": gives}
        check_layer(names("Times"), X, 2 * np.ones(3), **right)
        with pytest.raises(AssertionError, match=r"Greedy\.backward changes the arg"):
            check_layer(
                names("Greedy"), X, 2 * np.ones(3), dout=X, gives=(2 * X, ([2, 4, 6], X * (X + 1)))
            )
        with pytest.raises(AssertionError, match="again returns the same memory twice"):
            check_untouched(names("again"), X, gives=X)
        with pytest.raises(AssertionError, match="itself returns memory of its argument x"):
            check_untouched(names("itself"), X, gives=X)
        with pytest.raises(AssertionError, match="halve changes its argument x"):
            check_untouched(names("halve"), X, gives=3)
        with pytest.raises(
            AssertionError, match=r"\[1, 2, 3\], 2\.0\), backward\(\[1, 2, 3\]\): dw"
        ):
            check_backward(names("Times"), case(X, 2.0, dout=X, gives=X), of="dw")


def test_more_steps_than_fit_into_a_message_are_asked_in_several(child):
    double = child.get("double")
    steps = [Step(child.get("Times"), wanted=False)]
    steps += [Step(double, (i,)) for i in range(350)] + [Step(0, (X, 2.0), method="forward")]
    before = child.questions
    outcomes = list(play(steps))
    assert child.questions == before + 2
    assert [result for result, _ in outcomes[1:-1]] == [2 * i for i in range(350)]
    assert np.array_equal(outcomes[-1][0], 2 * X)


def test_a_function_of_the_test_may_ask_the_student_while_a_play_is_on(child):
    """The play waits for that function: whoever waits for the play's end first waits for ever."""
    child.begin(time.monotonic() + 600)
    double, again, apply = (child.get(name) for name in ("double", "again", "apply"))
    asked = []

    def f(x):
        asked.append(float(double(x).sum()))
        inner = play([Step(double, (x,)), Step(again, (x,))])
        return next(inner)[0] + 1  # and the rest of it is never looked at

    steps = [Step(again, (X,)), Step(apply, (f, X)), Step(0, method="sum"), Step(double, (X,))]
    outcomes = [(np.copy(result), error) for result, error in play(steps)]
    assert [error for _, error in outcomes] == [None] * 4
    assert asked == [2 * X.sum(), 4 * X.sum()]
    assert np.array_equal(outcomes[0][0], X)
    assert np.array_equal(outcomes[1][0], 2 * X + 1 + 4 * X + 1)
    assert outcomes[2][0] == 2 * X.sum()  # `again` was called with 2 * X last
    assert np.array_equal(outcomes[3][0], 2 * X)


def test_a_function_of_the_test_that_fails_in_a_play_of_its_own_costs_its_step_only(child):
    child.begin(time.monotonic() + 600)
    double, apply = child.get("double"), child.get("apply")

    def f(x):
        next(play([Step(double, (x,)), Step(double, (2 * x,))]))
        raise ValueError("no more")

    (none, error), (result, _) = play([Step(apply, (f, X)), Step(double, (X,))])
    assert none is None
    assert str(error) == "no more"
    assert np.array_equal(result, 2 * X)


def test_a_hundred_answers_of_a_play_do_not_wake_the_examiner_a_hundred_times(child):
    rung, bell = [], child.channel.bell

    class Bell:
        def recv(self, size):
            rung.append(bell.recv(size))
            return rung[-1]

        def __getattr__(self, name):
            return getattr(bell, name)

    child.channel.bell = Bell()
    steps = [Step(child.get("Times"), wanted=False), Step(0, (X, 2.0), method="forward")]
    steps += [Step(child.get("double"), (i * X,)) for i in range(100)]
    rung.clear()
    outcomes = list(play(steps))
    assert all(error is None for _, error in outcomes)
    assert outcomes[0][0] is None
    assert np.array_equal(outcomes[1][0], 2 * X)
    assert 1 <= sum(map(len, rung)) <= 3  # one may be left of the question before


def test_more_answers_than_there_is_room_for_come_all_the_same(child):
    large = np.ones(50_000)
    steps = [Step(child.get("double"), (large * i,)) for i in range(20)]
    for i, (result, _) in enumerate(play(steps)):
        assert np.array_equal(result, 2 * i * large)


def test_one_answer_of_any_size_comes_at_once(child):
    child.begin(time.monotonic() + 60)
    large = np.ones(2_000_000)  # 16 MB, many times what a socket holds
    assert np.array_equal(child.get("double")(large), 2 * large)
    ((result, error),) = play([Step(child.get("double"), (large,))])
    assert error is None
    assert np.array_equal(result, 2 * large)


def test_a_cell_shows_more_than_its_line_holds(child):
    child.begin(time.monotonic() + 60)
    show = "from IPython.display import display\nfor _ in range(8):\n"
    show += "    display({'text/plain': '', 'image/png': 'A' * 1_000_000}, raw=True)"
    assert len(child.run(show)) == 8

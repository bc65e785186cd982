"""What stands for a student's object in the tests: it hands over nothing, and decides nothing."""

import operator

import numpy as np
import pytest

from grading.engine.proxy import CallableProxy, Proxy, described, make_exception, make_proxy
from grading.engine.student import OPERATIONS


class Child:
    """A student's process that notes what it is asked, and answers what it is given."""

    def __init__(self, answer=None, bounded=True):
        self.answer, self.bounded, self.asked, self.exceptions = answer, bounded, [], {}

    def ask(self, order, *values):
        self.asked.append((order, values))
        return self.answer


def proxy_of(child, number=3, **of):
    return make_proxy(child, number, {"kind": "object", "name": "Layer", "callable": False} | of)


BINARY = ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul"]
BINARY += ["lt", "le", "gt", "ge"]
EXPECTED = (1.5, 2, [1.0], np.array([1.0, 2.0]), {"x": 1}, None)


@pytest.mark.parametrize("expected", EXPECTED, ids=[type(value).__name__ for value in EXPECTED])
@pytest.mark.parametrize("name", BINARY)
def test_no_expected_value_goes_over_in_arithmetic(name, expected):
    child = Child()
    got, act = proxy_of(child), getattr(operator, name)
    for operands in ((got, expected), (expected, got)):
        with pytest.raises(TypeError):
            act(*operands)
    assert child.asked == []


@pytest.mark.parametrize("expected", EXPECTED, ids=[type(value).__name__ for value in EXPECTED])
def test_an_object_equals_no_value_whatever_it_says_itself(expected):
    child = Child(answer=True)
    assert np.all(proxy_of(child) != expected)
    assert child.asked == []


def test_two_objects_of_the_student_are_compared_over_there_and_only_a_bool_counts():
    child = Child(answer=True)
    one, other = proxy_of(child), proxy_of(child, 4)
    assert one == other
    assert child.asked == [({"do": "operate", "name": "eq"}, (one, other))]
    child.answer = 1
    with pytest.raises(TypeError, match="gives int, not bool"):
        assert one == other


@pytest.mark.parametrize("lie", [True, 3.0, "3", None])
def test_a_length_is_an_int_and_nothing_that_poses_as_one(lie):
    with pytest.raises(TypeError):
        len(proxy_of(Child(answer=lie)))


def test_a_method_is_called_in_one_question():
    child = Child(answer=7)
    layer = proxy_of(child, methods=["forward"])
    assert layer.forward(1, k=2) == 7
    assert child.asked == [({"do": "call", "method": "forward", "names": ["k"]}, (layer, 1, 2))]


def test_special_attributes_are_not_asked_for():
    child = Child()
    with pytest.raises(AttributeError):
        proxy_of(child).__array_interface__  # noqa: B018
    assert child.asked == []


def test_only_what_can_be_called_over_there_can_be_called_here():
    assert isinstance(proxy_of(Child(), callable=True), CallableProxy)
    assert not callable(proxy_of(Child()))


@pytest.mark.parametrize(
    ("name", "bases", "kind"),
    [
        ("ValueError", ["ValueError", "Exception"], ValueError),
        ("MyError", ["MyError", "KeyError", "Exception"], KeyError),
        ("Odd", ["Odd"], RuntimeError),
        ("UnicodeDecodeError", ["UnicodeDecodeError"], RuntimeError),  # wants more than a text
    ],
)
def test_an_error_of_the_student_is_the_nearest_that_python_has(name, bases, kind):
    assert isinstance(make_exception(Child(), name, bases, "why"), kind)


def test_every_operation_that_a_proxy_asks_for_is_known_over_there_and_no_other():
    child = Child()
    one, other = proxy_of(child), proxy_of(child, 4)
    for name in [*BINARY, "eq"]:
        child.answer = True if name in ("eq", "lt", "le", "gt", "ge") else 1
        getattr(operator, name)(one, other)
    child.answer = 1
    for act in (len, operator.neg, operator.pos, abs, iter_of, next_of):
        act(one)
    child.answer = "text"
    str(one)
    assert one[0] == one.__first__(3) == "text"
    one[0] = 1
    assert {order["name"] for order, _ in child.asked} == set(OPERATIONS)


def iter_of(proxy):
    return Proxy.__iter__(proxy)


def next_of(proxy):
    return Proxy.__next__(proxy)


def test_of_a_description_only_what_a_stand_in_needs_is_kept():
    parameters = (("x", 1, False, False),)
    honest = {
        "kind": "class",
        "callable": True,
        "name": "Layer",
        "bases": ["Layer", "object"],
        "methods": {"forward": parameters},
        "signature": parameters,
    }
    assert described(honest) == honest
    million = "x" * 1_000_000
    flood = {
        "kind": million,
        "name": million,
        "callable": [million],
        "bases": [million] * 1_000,
        "methods": {f"{i}{million}": [[million, 1, 1, 1]] * 90 for i in range(300)},
        "signature": [[million, 1, million, million]] * 1_000,
        "more": [million],
    }
    assert len(repr(described(flood))) < 2_000_000
    for nonsense in (
        {"bases": 7},
        {"methods": [1]},
        {"signature": [[1]]},
        {"signature": [[1] * 9]},
    ):
        with pytest.raises((TypeError, ValueError, AttributeError)):
            described(nonsense)

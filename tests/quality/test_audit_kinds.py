"""The audit understands exercises of other courses: functions, generators, objects, lists.

Each exercise has a test with one hole; what must be said of it stands beside it.
"""

import ast
from collections import Counter

import pytest
from audited import written

from grading.quality.audit.calls import Call, Step
from grading.quality.audit.findings import report
from grading.quality.audit.functions import HANDED, OTHERS, Function, handed_over
from grading.quality.audit.notebook import audited, looks_of
from grading.quality.audit.pool import calls_like
from grading.quality.audit.recording import calls_of
from grading.quality.audit.survey import survey
from grading.quality.audit.trial import PORTION, Answer, ask_all

# Name, solution, test, and what is to be found: its kind, and words of it.
EXERCISES = [
    (
        "strips",
        "def strips(f, a, b, n):\n    h = (b - a) / n\n    total = 0\n    for i in range(n):\n"
        "        total += f(a + i * h)\n    return total * h",
        "assert abs(strips(lambda x: x ** 2, 0.0, 2.0, 4) - 1.75) < 1e-9\n"
        "assert abs(strips(lambda x: 1 - x, 0.0, 1.0, 2) - 0.75) < 1e-9",
        ("untried", "`a` is always 0.0"),
    ),
    (
        "chunks",
        "def chunks(items, n):\n    for start in range(0, len(items), n):\n"
        "        yield items[start:start + n]",
        "assert list(chunks([1, 2, 3, 4], 2)) == [[1, 2], [3, 4]]\n"
        "assert list(chunks([1, 2, 3, 4, 5, 6], 3)) == [[1, 2, 3], [4, 5, 6]]",
        ("untried", "`n` always divides the length of `items`"),
    ),
    (
        "Account",
        "class Account:\n    def __init__(self, balance):\n        self.balance = balance\n"
        "    def pay(self, amount):\n        if amount <= 0:\n            raise ValueError\n"
        "        self.balance -= amount",
        "a, b = Account(50), Account(7)\na.pay(20)\na.pay(5)\nb.pay(1)\n"
        "assert a.balance == 25 and type(a.balance) is int\nassert b.balance == 6",
        ("no_error", "accept what the solution refuses"),
    ),
    (
        "mirrored",
        "def mirrored(text):\n    return text == text[::-1]",
        "assert mirrored('abba') is True\nassert mirrored('level') is True",
        ("untried", "the right answer is always True"),
    ),
    (
        "flatten",
        "def flatten(items):\n    flat = []\n    for item in items:\n"
        "        flat += flatten(item) if isinstance(item, list) else [item]\n    return flat",
        "assert flatten([1, [2, 3], 4]) == [1, 2, 3, 4]\nassert flatten([]) == []\n"
        "assert flatten([[7], [8, 9]]) == [7, 8, 9]",
        ("untried", "`items` is never nested more than 2 deep"),
    ),
    (
        "standard",
        "def standard(x, axis=0):\n    centre = x.mean(axis=axis, keepdims=True)\n"
        "    return (x - centre) / x.std(axis=axis, keepdims=True)",
        "x = np.array([[1.0, 2.0], [2.0, 7.0], [9.0, 3.0]])\nz = standard(x)\n"
        "assert isinstance(z, np.ndarray) and z.shape == (3, 2)\n"
        "assert np.allclose(z, (x - x.mean(axis=0)) / x.std(axis=0))",
        ("untried", "`axis`"),
    ),
]


@pytest.fixture(scope="module")
def found():
    book = written([(name, solution, [test]) for name, solution, test, _ in EXERCISES])
    return report(survey(audited(book, "kinds"), seeds=1, jobs=2))


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e[0])
def test_the_hole_is_named_by_what_the_tests_never_try(found, exercise):
    name, *_, (kind, words) = exercise
    about = [(f.kind, f.text) for f in found.holes if f.exercise == name]
    assert any(k == kind and words in text for k, text in about), about


def test_nothing_is_left_undecided(found):
    assert found.undecided == ()
    assert all(row.mutants > 5 for row in found.rows)


def test_what_changes_nothing_is_not_paid_for_nothing(found):
    """A class whose methods give nothing back does the same where they are made to give zeros."""
    assert [f.text for f in found.holes if f.kind == "nothing" and f.exercise == "Account"] == []
    fooled = [f for f in found.holes if f.kind == "fooled"]
    assert not any("test_Account" in test for f in fooled for test in f.tests)


def test_tests_to_paste_fail_with_the_wrong_answer_and_pass_with_the_solution(found):
    tried = Counter()
    for finding in found.holes:
        solution = next((s for name, s, *_ in EXERCISES if name == finding.exercise), None)
        for detail in finding.details if solution else ():
            assert "nan" not in detail.test
            space = {}
            exec("import numpy as np", space)
            exec(solution, space)
            exec(detail.test, space)
            tried[finding.exercise] += 1
    assert tried.keys() == {name for name, *_ in EXERCISES}


# --- functions that tests hand over ------------------------------------------------------------


def test_which_function_a_test_hands_over_is_read_from_its_source():
    source = "def cube(x):\n    return x ** 3\nslope(cube, 2.0)\nslope(lambda x: a * x, 3.0)\n"
    source += "slope(np.sin, x=5)\n"
    noted = [
        ["slope", [["", (HANDED, 2.0), {}]]],
        ["slope", [["", (HANDED, 3.0), {}]]],
        ["slope", [["", (HANDED,), {"x": 5}]]],
    ]
    cube, unknown, sine = calls_of(noted, handed_over([source], ["np"]))
    assert cube.steps[0].args == (Function("lambda x: x ** 3"), 2.0)
    assert unknown.steps[0].args == (Function(""), 3.0)  # it needs the test's own `a`
    assert sine.steps[0].args == (Function("np.sin"),)
    made = calls_like([unknown], "slope")
    assert {call.steps[0].args[0] for call in made} >= set(OTHERS)
    assert Function("") not in {call.steps[0].args[0] for call in made}


def test_functions_to_hand_over_can_be_made():
    for function in OTHERS:
        ast.parse(function.text, mode="eval")


def test_attributes_are_looked_at_where_a_test_does():
    source = "class A:\n    def __init__(self):\n        self.n = self._m = self.k = 0"
    assert looks_of(source, ["a.n == 1", "a.append(3)"]) == {"A": ("n",)}


def test_many_calls_are_asked_in_portions_and_all_are_answered():
    book = audited(written([("twice", "def twice(x):\n    return 2 * x", ["twice(1)"])]), "many")
    calls = tuple(Call("twice", (Step("", (n,)),)) for n in range(2 * PORTION + 5))
    own = Answer("twice", "solution", "", "def twice(x):\n    return 2 * x")
    replies = ask_all(book, own, calls)
    assert [reply.values for reply in replies] == [(2 * n,) for n in range(2 * PORTION + 5)]

"""The audit understands exercises of other courses: functions, generators, objects, lists.

Each exercise has a test with one hole; what must be said of it stands beside it.
"""

import ast
from collections import Counter

import numpy as np
import pytest
from audited import written
from thorough import thorough

from grading.quality.audit.answers import PORTION, Answer, ask_all
from grading.quality.audit.calls import Call, Step
from grading.quality.audit.findings import report
from grading.quality.audit.functions import HANDED, OTHERS, Function, handed_over
from grading.quality.audit.near import SHARES, TURNED, larger, near
from grading.quality.audit.notebook import audited
from grading.quality.audit.pool import calls_like
from grading.quality.audit.recording import calls_of
from grading.quality.audit.survey import survey
from grading.quality.audit.unseen import Unseen, changed_in, looks_of, unseen
from grading.quality.differences import one_sided

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
    (
        "compose",
        "def compose(f, g):\n    def both(x):\n        return f(g(x))\n    return both",
        "assert compose(abs, abs)(-2) == 2\nassert compose(abs, abs)(3) == 3",
        ("untried", "`f` and `g` are always the same"),
    ),
    (
        "slope",
        "def slope(f, x, h=1e-4):\n    return (f(x + h) - f(x - h)) / (2 * h)",
        "assert abs(slope(lambda x: x ** 2, 3.0) - 6) < 0.03\n"
        "assert abs(slope(lambda x: x ** 3, 1.0, h=1e-3) - 3) < 0.03",
        ("loose", "2 wrong answers reply wrongly"),
        ("loose", "every number 0.1 % too large"),
    ),
    (
        "squares",
        "def squares(x):\n    return np.asarray(x) ** 2",
        "assert abs(np.sum(squares(np.array([1.0, 2.0, 4.0]))) - 21) < 1e-6\n"
        "assert type(squares(np.ones(2))) is np.ndarray and np.sum(squares(np.ones(2))) == 2",
        ("loose", "with its entries back to front"),
    ),
    (
        "Counter",
        "class Counter:\n    def __init__(self):\n        self.words = {}\n"
        "        self.longest = 0\n    def add(self, word):\n"
        "        self.longest = max(self.longest, len(word))\n"
        "        self.words[word] = self.words.get(word, 0) + 1\n"
        "    def count(self, word):\n        return self.words.get(word, 0)\n"
        "    def total(self):\n        return sum(self.words.values())",
        "c = Counter()\nfor word in ['a', 'to', 'a']:\n    c.add(word)\n"
        "assert c.count('a') == 2 and c.count('to') == 1 and c.count('x') == 0",
        ("untried", "`longest` is never read"),
        ("no_test", "No test calls `Counter.total`"),
    ),
]


@pytest.fixture(scope="module")
def found():
    book = written([(name, solution, [test]) for name, solution, test, *_ in EXERCISES])
    return report(survey(audited(book, "kinds"), seeds=1, jobs=2))


@thorough
@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e[0])
def test_the_hole_is_named_by_what_the_tests_never_try(found, exercise):
    name, _, _, *planted = exercise
    about = [(f.kind, f.text) for f in found.holes if f.exercise == name]
    for kind, words in planted:
        assert any(k == kind and words in text for k, text in about), (kind, words, about)


@thorough
def test_nothing_is_left_undecided(found):
    assert found.undecided == ()
    assert all(row.mutants > 5 for row in found.rows)
    assert {row.name for row in found.rows if row.undecided} == {"Counter"}  # of what none calls


@thorough
def test_what_changes_nothing_is_not_paid_for_nothing(found):
    """A class whose methods give nothing back does the same where they are made to give zeros."""
    assert [f.text for f in found.holes if f.kind == "nothing" and f.exercise == "Account"] == []
    fooled = [f for f in found.holes if f.kind == "fooled"]
    assert not any("test_Account" in test for f in fooled for test in f.tests)


@thorough
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


# --- what no test looks at ---------------------------------------------------------------------

KEEPER = """
class Keeper:
    def __init__(self):
        self.seen, self.n, self.last, self.used, self._own = [], 0, 0, 0, 0

    def take(self, value):
        self.seen.append(value)
        self.n = self.n + 1
        self.last = value
        self.used += 1
        return self._inner() + self.used

    def reset(self):
        self.n = 0

    def _inner(self):
        return 1

def helper(x):
    return x
"""


def test_what_is_only_kept_and_what_is_never_called_is_told_from_the_sources():
    found = unseen(KEEPER, ["k = Keeper()\nn = k.take(3)\nassert n == 2\nprint(k.last, reset)"])
    assert found == Unseen(frozenset({"Keeper.reset", "helper"}), {"Keeper": ("n", "seen")})
    more = ["k = Keeper()\nk.take(helper(3))\nassert getattr(k, 'n') == 1 and k.seen == [3]"]
    calls = [Call("Keeper", (Step(""), Step("reset")))]
    assert unseen(KEEPER, more, calls) == Unseen(frozenset(), {"Keeper": ("last",)})


def test_nothing_is_said_of_a_class_that_a_package_may_call():
    assert unseen("class Net(nn.Module):\n    def forward(self, x):\n        self.x = x", []) == (
        Unseen()
    )


def test_where_two_sources_differ_is_told_by_function_and_method():
    other = KEEPER.replace("self.n = 0\n\n", "self.n = 1\n\n").replace("return x", "return -x")
    assert changed_in(KEEPER, other) == {"Keeper.reset", "helper"}
    assert changed_in(KEEPER, KEEPER) == frozenset()
    assert changed_in(KEEPER, f"import os\n{KEEPER}") == {""}


# --- how closely the tests look ----------------------------------------------------------------


def test_numbers_are_a_little_off_and_all_else_is_as_it_was():
    source = (
        "import numpy as np\ndef f(x):\n    return {'a': x * 1.0, 'b': [x, 'text', True]}, "
        "np.array([x, 2.0], dtype=np.float32), np.array([x])"
    )
    exercise = audited(written([("f", source, ["assert f(3)"])]), "near").solution("f")
    wrong = dict(near(exercise))
    for share in SHARES:
        space = {}
        exec(wrong[larger(share)], space)
        (given, floats, whole), off = space["f"](2), 1 + share / 100
        assert given == {"a": 2.0 * off, "b": [2, "text", True]}
        assert floats.dtype == np.float32
        assert np.allclose(floats, 2 * off, rtol=1e-6)
        assert whole.tolist() == [2]
    space = {}
    exec(wrong[TURNED], space)
    given, floats, whole = space["f"](3)
    assert (given["b"], floats.tolist(), whole.tolist()) == ([True, "text", 3], [2, 3], [3])


@pytest.mark.parametrize(
    "body",
    [
        "    return (f(x + h) - f(x - h)) / (2 * h)",
        "    below, above = f(x - h), f(x + h)\n    return (above - below) / (h * 2.0)",
    ],
)
def test_a_central_difference_is_made_one_sided_both_ways(body):
    tree = ast.parse(f"def slope(f, x, h):\n{body}")
    before = ast.dump(tree)
    found = []
    for text in one_sided(tree, lambda node: True):
        space = {}
        exec(text, space)
        found.append(space["slope"](lambda x: x**2, 3.0, 0.5))
    assert found == [6.5, 5.5]
    assert ast.dump(tree) == before
    assert list(one_sided(tree, lambda node: False)) == []


def test_what_only_looks_like_a_central_difference_is_left_alone():
    tree = ast.parse(
        "def f(x, h):\n    return x + h - (x - h) + 3 * h\ndef g(x, h):\n    return 2 * h"
    )
    assert list(one_sided(tree, lambda node: True)) == []

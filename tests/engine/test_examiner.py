"""A test cell works as its author wrote it, though what it tests lives in another process."""

import time

import pytest

from grading.engine.examiner import grade
from grading.engine.model import Cell
from grading.engine.nursery import Nursery
from grading.engine.student_handle import Child

IMPORTS = "import numpy as np\nimport io\nimport contextlib"
POINTS = 4


def outcomes(nursery, *cells, seconds=600, imports=IMPORTS):
    """Run cells, given as pairs of kind and source; returns the outcomes in their order."""
    cells = [
        Cell(kind, i, source, f"cell_{i}", POINTS if kind == "test" else 0)
        for i, (kind, source) in enumerate(cells)
    ]
    found = grade(cells, nursery, 7, imports, cell_seconds=seconds, all_seconds=3600).outcomes
    return [found[cell.id] for cell in cells]


def outcome(nursery, student, test, **more):
    return outcomes(nursery, ("student", "import numpy as np"), ("student", student),
                    ("test", test), **more)[-1]  # fmt: skip


# name: what a student wrote rightly, what another wrote wrongly, and the test of both
CELLS = {
    "a function": (
        "def f(x): return x + 1",
        "def f(x): return x",
        "assert f(1) == 2",
    ),
    "keyword arguments and defaults": (
        "def f(x, *rest, scale=2, **more): return (x + sum(rest)) * scale + len(more)",
        "def f(x, *rest, scale=3, **more): return (x + sum(rest)) * scale + len(more)",
        "assert f(1) == 2 and f(x=1, scale=5) == 5 and f(1, 2, scale=1, a=0, b=0) == 5",
    ),
    "a recursive function": (
        "def fact(n): return 1 if n < 2 else n * fact(n - 1)",
        "def fact(n): return n",
        "assert [fact(n) for n in range(1, 6)] == [1, 2, 6, 24, 120] and fact(100) > 10**150",
    ),
    "arrays of every numeric dtype": (
        "def double(x): return x + x",
        "def double(x): return 2.0 * x",
        "for kind in '?bBhHiIqQefdFD':\n"
        "    x = np.ones((2, 3), dtype=kind)\n"
        "    got = double(x)\n"
        "    assert got.dtype == x.dtype and np.array_equal(got, x + x)",
    ),
    "nested lists, tuples and dicts": (
        "def f(tree): return {k: (v, [v, (v,)]) for k, v in tree['items'].items()}",
        "def f(tree): return {k: [v, [v, (v,)]] for k, v in tree['items'].items()}",
        "assert f({'items': {'a': 1, (1, 2): None}}) == {'a': (1, [1, (1,)]),"
        " (1, 2): (None, [None, (None,)])}",
    ),
    "plain variables": (
        "answer, table, X = 42, {'a': [1.5]}, np.eye(2)",
        "answer, table, X = 42, {'a': [1.5]}, np.ones((2, 2))",
        "assert answer == 42 and table['a'][0] == 1.5 and X.shape == (2, 2) and X[0, 1] == 0\n"
        "assert isinstance(X, np.ndarray) and isinstance(answer, int)",
    ),
    "a method, called now, later and by others": (
        "class Counter:\n    n = 0\n"
        "    def add(self, k=1):\n        self.n += k\n        return self.n\n"
        "def twice(f, x): return f(f(x))",
        "class Counter:\n    n = 0\n    def add(self, k=1): return k\n"
        "def twice(f, x): return f(f(x))",
        "c = Counter()\nadd = c.add\n"
        "assert callable(add) and c.add == c.add and add.__name__ == 'add'\n"
        "assert add() == 1 and add(k=2) == 3 and c.add(1) == 4 and c.n == 4\n"
        "assert list(map(c.add, [1, 1])) == [5, 6] and twice(c.add, 4) == 20",
    ),
    "an attribute that hides a method": (
        "class Layer:\n    def __init__(self): self.size = 3\n    def size(self): return 4",
        "class Layer:\n    def size(self): return 3",
        "assert Layer().size == 3",
    ),
    "a check that calls many times: number types": (
        "def f(x, w): return (x * w).sum()",
        "def f(x, w):\n    x *= w\n    return x.sum()",
        "from lib.checking import check_kinds\n"
        "check_kinds(f, np.array([2.4, -1.2]), np.array([1.6, 2.3]))",
    ),
    "a check that calls many times: memory": (
        "def f(x): return 2.0 * x",
        "kept = np.zeros(3)\ndef f(x):\n    kept[:] = 2.0 * x\n    return kept",
        "from lib.checking import check_untouched\ncheck_untouched(f, np.array([2.0, 3.0, 5.0]))",
    ),
    "a check that calls many times: an argument turned round and back": (
        "def f(x): return x[::-1].copy()",
        "def f(x):\n    x[:] = x[::-1].copy()\n    return x.copy()",
        "from lib.checking import check_untouched\ncheck_untouched(f, np.array([2.0, 3.0, 5.0]))",
    ),
    "a layer with state": (
        "class Layer:\n    def __init__(self, w): self.w = w\n"
        "    def forward(self, x):\n        self.x = x\n        return self.w @ x\n"
        "    def backward(self, dA):\n        self.dw = np.outer(dA, self.x)\n"
        "        return self.w.T @ dA",
        "class Layer:\n    def __init__(self, w): self.w = w\n"
        "    def forward(self, x):\n        self.x = x\n        return self.w @ x\n"
        "    def backward(self, dA):\n        self.dw = np.outer(dA, dA)\n"
        "        return self.w.T @ dA",
        "w, x = np.arange(6.0).reshape(2, 3), np.array([1.0, -1, 2])\n"
        "layer = Layer(w)\n"
        "assert np.allclose(layer.forward(x), w @ x)\n"
        "assert np.allclose(layer.backward(np.array([1.0, 2])), w.T @ [1, 2])\n"
        "assert np.allclose(layer.dw, np.outer([1, 2], x))\n"
        "layer.w = 2 * w\n"
        "assert np.allclose(layer.forward(x), 2 * w @ x)",
    ),
    "two instances with states of their own": (
        "class Counter:\n    def __init__(self): self.n = 0\n"
        "    def add(self): self.n += 1; return self",
        "class Counter:\n    n = 0\n    def add(self): Counter.n += 1; return self",
        "a, b = Counter(), Counter()\na.add().add()\nassert (a.n, b.n) == (2, 0)",
    ),
    "properties, class methods, static methods": (
        "class C:\n    size = 3\n    def __init__(self, a): self._a = a\n"
        "    @property\n    def a(self): return self._a\n"
        "    @a.setter\n    def a(self, v): self._a = 10 * v\n"
        "    @classmethod\n    def make(cls): return cls(5)\n"
        "    @staticmethod\n    def two(): return 2",
        "class C:\n    size = 3\n    def __init__(self, a): self._a = a\n"
        "    @property\n    def a(self): return self._a\n"
        "    @a.setter\n    def a(self, v): self._a = v\n"
        "    @classmethod\n    def make(cls): return cls(5)\n"
        "    @staticmethod\n    def two(): return 2",
        "c = C.make()\nassert c.a == 5 and C.two() == 2 and C.size == 3\nc.a = 1\nassert c.a == 10",
    ),
    "callbacks": (
        "def derivative(f, x, h=1e-6): return (f(x + h) - f(x - h)) / (2 * h)",
        "def derivative(f, x, h=1e-6): return (f(x + h) - f(x)) / (2 * h)",
        "seen = []\n"
        "def cube(x):\n    seen.append(x)\n    return x**3\n"
        "assert abs(derivative(cube, 2.0) - 12) < 1e-5\nassert len(seen) == 2\n"
        "assert abs(derivative(lambda x: float(np.sin(x)), 0.0) - 1) < 1e-5",
    ),
    "callbacks that change an array in place": (
        "def numerical(f, x):\n    g = np.zeros_like(x)\n    for i in np.ndindex(x.shape):\n"
        "        old = x[i]\n        x[i] = old + 1e-6\n        up = f()\n"
        "        x[i] = old - 1e-6\n"
        "        g[i] = (up - f()) / 2e-6\n        x[i] = old\n    return g",
        "def numerical(f, x):\n    return np.zeros_like(x)",
        "x = np.array([1.0, -2, 3])\n"
        "assert np.allclose(numerical(lambda: (x**2).sum(), x), 2 * x)\nassert x[1] == -2",
    ),
    "an exception of the callback comes through": (
        "def f(g):\n    try:\n        g()\n    except ValueError as e:\n        return str(e)",
        "def f(g): return 'no'",
        "def g(): raise ValueError('so')\nassert f(g) == 'so'",
    ),
    "a student's function handed to the student's function": (
        "def inc(x): return x + 1\ndef twice(f): return lambda x: f(f(x))",
        "def inc(x): return x + 1\ndef twice(f): return f",
        "assert twice(inc)(1) == 3 and twice(twice(inc))(0) == 4",
    ),
    "functions that return functions": (
        "def adder(n):\n    def add(x): return x + n\n    return add",
        "def adder(n):\n    def add(x): return x\n    return add",
        "add = adder(3)\nassert callable(add) and add(4) == 7 and adder(0)(1) == 1",
    ),
    "exceptions by a builtin type": (
        "def f(x):\n    if x < 0: raise ValueError(f'x is {x}')\n    return x",
        "def f(x):\n    if x < 0: raise KeyError(f'x is {x}')\n    return x",
        "try:\n    f(-1)\nexcept ValueError as error:\n    assert 'x is -1' in str(error)\n"
        "else:\n    raise AssertionError('no error')",
    ),
    "exceptions by the student's own class": (
        "class TooSmall(ValueError): pass\ndef f(x): raise TooSmall('x')",
        "class TooSmall(ValueError): pass\ndef f(x): raise ValueError('x')",
        "try:\n    f(-1)\nexcept TooSmall as error:\n    assert isinstance(error, ValueError)\n"
        "else:\n    raise AssertionError('no error')\n"
        "try:\n    f(-1)\nexcept ValueError:\n    pass",
    ),
    "exceptions by a context manager like pytest.raises": (
        "def f(x): return 1 / x",
        "def f(x): return 0",
        "class raises:\n    def __init__(self, kind): self.kind = kind\n"
        "    def __enter__(self): pass\n    def __exit__(self, kind, *_):\n"
        "        assert kind is not None and issubclass(kind, self.kind)\n        return True\n"
        "with raises(ZeroDivisionError):\n    f(0)",
    ),
    "exceptions of numpy": (
        "def f(a): return np.linalg.inv(a)",
        "def f(a): return a",
        "try:\n    f(np.zeros((2, 2)))\nexcept np.linalg.LinAlgError:\n    pass\n"
        "else:\n    raise AssertionError('no error')",
    ),
    "text that the student prints": (
        "def hello(name): print('hello', name)",
        "def hello(name): return f'hello {name}'",
        "out = io.StringIO()\nwith contextlib.redirect_stdout(out):\n    hello('ann')\n"
        "assert out.getvalue() == 'hello ann\\n'",
    ),
    "generators": (
        "def squares(n):\n    for i in range(n): yield i * i",
        "def squares(n):\n    for i in range(n): yield i",
        "assert list(squares(4)) == [0, 1, 4, 9]\ng = squares(9)\nnext(g)\nassert next(g) == 1\n"
        "assert sum(squares(3)) == 5",
    ),
    "iterators of arrays": (
        "def batches(X, n):\n    for i in range(0, len(X), n): yield X[i : i + n], i",
        "def batches(X, n):\n    for i in range(0, len(X), n): yield X[i : i + 1], i",
        "X = np.arange(10.0).reshape(5, 2)\n"
        "assert [len(b) for b, _ in batches(X, 2)] == [2, 2, 1]\n"
        "assert all(np.shares_memory(b, X) for b, _ in batches(X, 2))",
    ),
    "updates in place of a dict of arrays": (
        "def sgd(params, grads, lr):\n    for k in params: params[k] -= lr * grads[k]",
        "def sgd(params, grads, lr):\n    for k in list(params): params[k] - lr * grads[k]",
        "w = np.ones(3)\nparams = {'w': w, 'b': np.zeros(1)}\n"
        "sgd(params, {'w': np.arange(3.0), 'b': np.ones(1)}, 0.5)\n"
        "assert np.array_equal(params['w'], [1, 0.5, 0]) and params['b'][0] == -0.5\n"
        "assert params['w'] is w and w[2] == 0",
    ),
    "updates that put new arrays into a dict": (
        "def sgd(params, grads, lr):\n    for k in params: params[k] = params[k] - lr * grads[k]",
        "def sgd(params, grads, lr):\n    params = {k: params[k] - lr * grads[k] for k in params}",
        "w = np.ones(3)\nparams = {'w': w}\nsgd(params, {'w': np.arange(3.0)}, 0.5)\n"
        "assert np.array_equal(params['w'], [1, 0.5, 0]) and np.array_equal(w, [1, 1, 1])",
    ),
    "lists changed in place": (
        "def f(xs):\n    xs.append(4)\n    xs[0] = [xs[0]]\n    del xs[1]",
        "def f(xs):\n    xs = xs + [4]",
        "xs = [1, 2, 3]\nalias = xs\nassert f(xs) is None and alias == [[1], 3, 4]",
    ),
    "whether an input is changed": (
        "def f(x): return x + 1",
        "def f(x):\n    x += 1\n    return x",
        "x = np.zeros(3)\nbefore = x.copy()\nf(x)\nassert np.array_equal(x, before)",
    ),
    "whether memory is shared": (
        "def flip(x): return x[::-1]",
        "def flip(x): return x[::-1].copy()",
        "x = np.arange(4)\nassert np.shares_memory(flip(x), x)",
    ),
    "a read-only argument": (
        "def f(x):\n    y = x.copy()\n    y[0] = 1\n    return y",
        "def f(x):\n    x[0] = 1\n    return x",
        "x = np.zeros(2)\nx.flags.writeable = False\nassert f(x)[0] == 1",
    ),
    "a cache that is filled in one call and read in another": (
        "cache = {}\ndef forward(x):\n    cache['x'] = x\n    return x.sum()\n"
        "def backward(dA): return dA * np.ones_like(cache['x'])",
        "cache = {}\ndef forward(x):\n    cache['x'] = 0\n    return x.sum()\n"
        "def backward(dA): return dA * np.ones_like(cache['x'])",
        "forward(np.zeros((2, 3)))\nassert backward(2.0).shape == (2, 3)\n"
        "out, c = (forward(np.ones(4)), cache)\nassert c['x'].shape == (4,)",
    ),
    "a cache that is returned and handed back": (
        "class Box:\n    def __init__(self, x): self.x = x\n"
        "def forward(x): return x.sum(), Box(x)\ndef backward(d, box): return d * box.x",
        "class Box:\n    def __init__(self, x): self.x = x\n"
        "def forward(x): return x.sum(), Box(x)\ndef backward(d, box): return d",
        "a, box = forward(np.arange(3.0))\nassert np.array_equal(backward(2, box), [0, 2, 4])",
    ),
    "classes with operators": (
        "class V:\n    def __init__(self, x): self.x = x\n"
        "    def __add__(self, o): return V(self.x + o.x)\n"
        "    def __eq__(self, o): return self.x == o.x\n"
        "    def __lt__(self, o): return self.x < o.x\n"
        "    def __len__(self): return 3\n    def __getitem__(self, i): return self.x * i\n"
        "    def __str__(self): return f'V {self.x}'\n    def __neg__(self): return V(-self.x)",
        "class V:\n    def __init__(self, x): self.x = x\n"
        "    def __add__(self, o): return V(self.x)\n"
        "    def __eq__(self, o): return self.x == o.x\n"
        "    def __lt__(self, o): return self.x < o.x\n"
        "    def __len__(self): return 3\n    def __getitem__(self, i): return self.x * i\n"
        "    def __str__(self): return f'V {self.x}'\n    def __neg__(self): return V(-self.x)",
        "assert (V(1) + V(2)).x == 3 and V(1) == V(1) and V(1) != V(2) and V(1) < V(2)\n"
        "assert len(V(1)) == 3 and V(2)[5] == 10 and str(V(4)) == 'V 4' and (-V(1)).x == -1",
    ),
    "subclasses and isinstance": (
        "class A: pass\nclass B(A):\n    def f(self): return 1",
        "class A: pass\nclass B:\n    def f(self): return 1",
        "assert isinstance(B(), A) and isinstance(B(), B) and not isinstance(A(), B)",
    ),
    "a callable instance": (
        "class Net:\n    def __call__(self, x): return 2 * x\nnet = Net()",
        "class Net:\n    def __call__(self, x): return x\nnet = Net()",
        "assert callable(net) and net(3) == 6",
    ),
    "names, signatures and docstrings": (
        "def f(x, y=1): return x",
        "def g(x, y=1): return x\nf = g",
        "import inspect\nassert f.__name__ == 'f' and list(inspect.signature(f).parameters) "
        "== ['x', 'y']",
    ),
    "random numbers from a seed": (
        "def init(n, seed): return np.random.default_rng(seed).normal(size=n)",
        "def init(n, seed): return np.random.normal(size=n)",
        "assert np.array_equal(init(3, 1), np.random.default_rng(1).normal(size=3))",
    ),
    "whether one function uses another": (
        "def square(x): return x * x\ndef squares(xs): return [square(x) for x in xs]",
        "def square(x): return x * x\ndef squares(xs): return [x * x for x in xs]",
        "kept = square\ndel square\ntry:\n    squares([1])\nexcept NameError:\n    pass\n"
        "else:\n    raise AssertionError('it does not use square')\n"
        "finally:\n    square = kept\n"
        "assert squares([3]) == [9] and square(2) == 4",
    ),
    "warnings as errors of the test": (
        "import warnings\ndef f():\n    warnings.warn('old')\n    return 1",
        "def f(): return 2",
        "assert f() == 1",
    ),
}


@pytest.mark.parametrize("name", CELLS)
def test_any_cell_that_an_instructor_would_write_works_unchanged(nursery, name):
    right, _, test = CELLS[name]
    found = outcome(nursery, right, test)
    assert found.why == ""
    assert found.score == POINTS


@pytest.mark.parametrize("name", CELLS)
def test_the_same_cell_gives_nothing_for_a_wrong_answer(nursery, name):
    _, wrong, test = CELLS[name]
    found = outcome(nursery, wrong, test)
    assert found.score == 0
    assert found.why


@pytest.mark.parametrize("name", CELLS)
def test_the_cells_of_this_file_say_the_same_in_one_plain_process(name):
    right, wrong, test = CELLS[name]
    exec_all(f"{IMPORTS}\n{right}\n{test}")
    with pytest.raises(BaseException):  # noqa: B017, PT011 - any error means no points
        exec_all(f"{IMPORTS}\n{wrong}\n{test}")


@pytest.mark.filterwarnings("ignore")
def exec_all(source):
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(compile(source, "<cell>", "exec"), {"__name__": "__main__"})


# --- order -------------------------------------------------------------------------------------


def test_a_test_sees_what_a_name_meant_at_its_place(nursery):
    first, second = outcomes(
        nursery,
        ("student", "def f(): return 1\nn = 1"),
        ("test", "assert f() == 1 and n == 1"),
        ("student", "def f(): return 2\nn = 2"),
        ("test", "assert f() == 2 and n == 2"),
    )[1::2]
    assert (first.score, second.score) == (POINTS, POINTS)


def test_a_test_above_its_solution_is_tried_again_at_the_end(nursery):
    found = outcomes(
        nursery,
        ("test", "assert f() == 1"),
        ("test", "assert 1 == 2"),
        ("student", "def f(): return 1"),
    )
    assert [found[0].score, found[1].score] == [POINTS, 0]


def test_what_a_test_names_stays_its_own(nursery):
    found = outcomes(
        nursery,
        ("student", "x = 1\ndef f(): return x"),
        ("test", "x = 5\nassert f() == 1 and x == 5"),
        ("student", "def g(): return x"),
        ("test", "assert g() == 1"),
    )
    assert [found[1].score, found[3].score] == [POINTS, POINTS]


def test_a_name_that_a_test_takes_away_is_there_again_for_the_next(nursery):
    found = outcomes(
        nursery,
        ("student", "def f(): return 1"),
        ("test", "del f\ntry:\n    f()\nexcept NameError:\n    pass\nelse:\n    assert False"),
        ("test", "assert f() == 1"),
        ("test", "mine = 5\ndel mine\ndel mine"),
    )
    assert [o.score for o in found[1:]] == [POINTS, POINTS, 0]
    assert found[3].why.startswith("NameError")


def test_a_locked_cell_runs_on_both_sides_and_wins_over_the_students_names(nursery):
    found = outcomes(
        nursery,
        ("locked", "def helper(): return 3\nLIMIT = 2"),
        ("student", "before = helper()\ndef helper(): return 4\nLIMIT = 9"),
        ("test", "assert helper() == 3 and LIMIT == 2 and before == 3"),
    )
    assert found[2].why == ""


def test_tests_may_use_magics_and_print_and_share_names_among_each_other(nursery):
    found = outcomes(
        nursery,
        ("test", "%matplotlib inline\nshared = 5\nprint('seen')"),
        ("test", "assert shared == 5"),
    )
    assert [o.score for o in found] == [POINTS, POINTS]
    assert found[0].outputs[0]["text"] == "seen\n"


# --- points ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("last", "score"),
    [("2.5", 2.5), ("0", 0), ("4", 4), ("None", 4), ("'well done'", 4), ("True", 4),
     ("np.float64(1.5)", 1.5), ("print('x')", 4), ("x = 1", 4), ("5", 0), ("float('nan')", 0),
     ("-1", 0), ("np.ones(1).sum() / 3", 1 / 3)],
)  # fmt: skip
def test_a_number_at_the_end_of_a_test_is_partial_credit(nursery, last, score):
    assert outcome(nursery, "", f"x = 7\n{last}").score == score


def test_partial_credit_may_count_what_works(nursery):
    test = "sum([f(1) == 1, f(2) == 4, f(3) == 9]) * 4 / 3"
    assert outcome(nursery, "def f(x): return x * x", test).score == 4
    assert outcome(nursery, "def f(x): return 1", test).score == pytest.approx(4 / 3)


def test_what_a_student_prints_is_no_credit(nursery):
    found = outcome(nursery, "print(4)\ndef f():\n    print(4)\n    return 1", "assert f() == 2")
    assert found.score == 0


# --- processes ---------------------------------------------------------------------------------


def test_a_dead_process_is_replaced_by_one_with_the_students_code(nursery):
    found = outcomes(
        nursery,
        ("student", "import os\nn = 5\ndef f(): return n\ndef die(): os._exit(0)"),
        ("test", "assert die() is None"),
        ("test", "assert f() == 5"),
        ("student", "os._exit(1)"),
        ("student", "m = n + 1"),
        ("test", "assert m == 6 and f() == 5"),
    )
    assert [found[i].score for i in (1, 2, 5)] == [0, POINTS, POINTS]
    assert "ended" in found[1].why
    assert "ended" in found[3].why


@pytest.mark.parametrize("stuck", ["while True: pass", "import time; time.sleep(10**6)"])
def test_what_does_not_end_is_stopped_and_the_rest_goes_on(nursery, stuck):
    found = outcomes(
        nursery,
        ("student", f"def f():\n    {stuck}\ndef g(): return 1"),
        ("test", "f()"),
        ("test", "assert g() == 1"),
        seconds=1,
    )
    assert [found[1].score, found[2].score] == [0, POINTS]
    assert "time" in found[1].why


@pytest.mark.parametrize("last", ["while True: pass", "import os; os._exit(0)"])
def test_what_a_cell_defines_counts_though_its_last_line_never_ends(nursery, last):
    found = outcomes(
        nursery,
        ("student", f"STEP = 2\n%matplotlib inline\ndef f(): return STEP\n{last}"),
        ("test", "assert f() == 2"),
        seconds=1,
    )
    assert "stopped" in found[0].why
    assert found[1].score == POINTS


@pytest.mark.parametrize("body", ["import os; os._exit(0)", "while True: pass"])
def test_what_never_gets_defined_costs_no_other_answer(nursery, body):
    found = outcomes(
        nursery,
        ("student", "def g(): return 1"),
        ("student", f"class A:\n    {body}"),
        ("student", f"def f(): return 2\n{body}"),
        ("test", "assert g() == 1 and f() == 2"),
        seconds=4,
    )
    assert found[3].score == POINTS


def test_what_never_gets_defined_takes_no_test_its_time(nursery):
    """Tried for as long as the test may take, it would leave no time for the test."""
    found = outcomes(
        nursery,
        ("student", "def g(): return 1"),
        ("student", "import time\nclass A:\n    time.sleep(10**6)"),
        ("test", "assert g() == 1"),
        seconds=4,
    )
    assert found[2].score == POINTS


REFUSED = [
    "import os; os.chdir('..')",
    "np.save('numbers.npy', np.ones(3))",
    "with open('log.txt', 'w') as log:\n    log.write('begun')",
    "import not_installed as missing",
    "n = input('how many? ')",
    "%run helper.py",
    "import urllib.request\nurllib.request.urlopen('http://localhost:1')",
]


@pytest.mark.parametrize("line", REFUSED)
def test_a_line_that_only_a_grader_refuses_costs_nothing_below_it(nursery, line):
    _, *found = outcomes(
        nursery,
        ("student", "import numpy as np"),
        ("student", f"{line}\nSTEP = 2\nprint(missing, n)\n@staticmethod\ndef f(): return STEP"),
        ("test", "assert f() == 2"),
    )
    assert "when a notebook is graded" in str(found[0].outputs)
    assert any(output["output_type"] == "error" for output in found[0].outputs)
    assert found[1].score == POINTS


@pytest.mark.parametrize("line", ["1 / 0", "raise ValueError", "raise SystemExit", "unknown"])
def test_a_line_that_stops_a_cell_at_home_stops_it_when_graded(nursery, line):
    found = outcomes(
        nursery,
        ("student", "def f(): return 2"),
        ("student", f"{line}\ndef f(): return 'an old attempt'"),
        ("test", "assert f() == 2"),
    )
    assert found[2].score == POINTS


def test_many_tests_of_what_never_ends_leave_time_for_what_works(nursery):
    sources = ["def f():\n    while True: pass\ndef g(): return 1", *["f()"] * 8, "assert g() == 1"]
    cells = [Cell("test" if i else "student", i, s, f"t{i}", 1) for i, s in enumerate(sources)]
    found = grade(cells, nursery, 1, "", cell_seconds=5, all_seconds=35).outcomes
    assert [found[i].score for i in range(1, 10)] == [*[0] * 8, 1]
    assert all("no answer in time" in found[i].why for i in range(1, 9))


def test_the_whole_has_an_end_too(nursery):
    cells = [Cell("student", i, "while True: pass") for i in range(50)]
    cells.append(Cell("test", 50, "1", "t", 1))
    found = grade(cells, nursery, 1, "", cell_seconds=0.3, all_seconds=1.5).outcomes
    not_begun = [i for i in range(50) if "time for this notebook is over" in found[i].why]
    assert not_begun[-1] == 49
    assert len(not_begun) >= 50 - 6  # each that begins takes 0.3 of 1.5 seconds
    assert found[50].score == 0


def test_what_cannot_cross_is_said_to_the_student(nursery):
    found = outcome(nursery, "x = np.array([{}, None], dtype=object)", "assert len(x) == 2")
    assert found.score == 0
    assert "x cannot be handed to a test" in found.why
    found = outcome(nursery, "def f(rng): return rng.normal()", "f(np.random.default_rng(1))")
    assert "can only be called" in found.why
    found = outcome(nursery, "def f():\n    a = []\n    a.append(a)\n    return a", "f()")
    assert "nested too deeply" in found.why


def test_several_threads_of_an_answer_may_call_the_test(nursery):
    each = (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "def each(f, values):\n"
        "    with ThreadPoolExecutor(4) as threads:\n"
        "        return list(threads.map(f, values))"
    )
    test = "assert each(lambda x: x**2, list(range(300))) == [x**2 for x in range(300)]"
    assert outcome(nursery, each, test).score == POINTS
    assert outcome(nursery, each.replace("map(f", "map(abs"), test).score == 0


def test_a_thread_that_goes_on_calling_the_test_takes_nothing_off_the_line(nursery):
    keep = (
        "import threading\n"
        "kept = []\n"
        "def go_on():\n"
        "    while True:\n"
        "        for f in list(kept):\n"
        "            try:\n                f(1)\n"
        "            except RuntimeError:\n                pass\n"
        "threading.Thread(target=go_on, daemon=True).start()\n"
        "def each(f, values):\n    kept.append(f)\n    return [f(v) for v in values]"
    )
    plain = [("student", f"def f_{i}(g, x): return g(x) + {i}") for i in range(20)]
    tests = [("test", f"assert f_{i}(lambda x: 2 * x, 3) == {6 + i}") for i in range(20)]
    found = outcomes(
        nursery,
        ("student", keep),
        ("test", "assert each(lambda x: -x, [1, 2]) == [-1, -2]"),
        *plain,
        *tests,
    )
    assert [test.score for test in found if test.score is not None][-20:] == [POINTS] * 20


def test_a_failure_names_the_line_of_the_test_and_of_the_students_code(nursery):
    found = outcome(nursery, "def f(x):\n    y = 1\n    return y / x", "x = 0\n\nf(x)")
    text = "\n".join(found.outputs[-1]["traceback"])
    assert "in the test, line 3" in text
    assert "line 3" in text
    assert "return y / x" in text
    assert "ZeroDivisionError" in text


def test_the_same_seed_gives_the_same_data_and_another_gives_other(nursery):
    cells = [
        Cell("student", 0, "import random\na = random.random()"),
        Cell("test", 1, "from lib.checking import rng\nprint(a, rng().normal())", "t", 1),
    ]

    def printed(seed, own):
        found = grade(cells, nursery, seed, student_seed=own).outcomes[1].outputs[0]["text"]
        return found.split()

    assert printed(1, 5) == printed(1, 5)
    theirs, ours = zip(printed(1, 5), printed(2, 5), strict=True)
    assert theirs[0] == theirs[1]
    assert ours[0] != ours[1]


def test_nothing_about_the_seed_of_the_tests_follows_from_the_students_own(nursery):
    cells = [
        Cell("student", 0, "import random\na = random.random()"),
        Cell("test", 1, "print(a)", "t", 1),
    ]
    texts = [grade(cells, nursery, 1).outcomes[1].outputs[0]["text"] for _ in range(2)]
    assert texts[0] != texts[1]


@pytest.mark.parametrize("magic", ["bash", "script sh", "sh", "python3", "perl"])
def test_a_cell_for_another_program_is_refused_at_once_in_a_sentence(nursery, magic):
    cells = [Cell("student", 0, f"%%{magic}\necho 1"), Cell("student", 1, "print('on')")]
    found = grade(cells, nursery, 1, cell_seconds=20, all_seconds=60).outcomes
    assert f"%%{magic.split()[0]}: other programs do not run" in found[0].outputs[0]["evalue"]
    assert found[1].outputs[0]["text"] == "on\n"


KEPT = """
kept = []
def keep(f):
    kept.append(f)
    return f(1)
def again():
    return kept[0](2)
"""


def test_a_function_of_the_test_is_void_when_the_call_that_it_was_given_to_has_ended(nursery):
    test = (
        "_asked = []\nassert keep(lambda v: _asked.append(v) or 7) == 7\n{}\nassert _asked == [1]"
    )
    cells = [
        Cell("student", 0, KEPT),
        Cell("test", 1, test.format(""), "kept", 1),
        Cell("student", 2, "try:\n    kept[0](3)\nexcept RuntimeError as e:\n    print('void', e)"),
        Cell("test", 3, test.format("again()"), "again", 1),
        Cell("test", 4, "assert again() == 7", "later", 1),
        Cell("test", 5, "assert keep(lambda v: keep(lambda u: u) + v) == 2", "nested", 1),
    ]
    found = grade(cells, nursery, 7, cell_seconds=20, all_seconds=60).outcomes
    assert found[1].score == 1
    assert "void this function of the test can be called only while" in found[2].outputs[0]["text"]
    for place in (3, 4):
        assert found[place].why.startswith("RuntimeError: this function of the test")
    assert found[5].score == 1


COMPOSE = """
def compose(f, g):
    return lambda x: f(g(x))
def each(f, xs):
    for x in xs:
        yield f(x)
"""


@pytest.mark.parametrize("last", [True, False])
def test_what_an_answer_made_of_functions_of_the_test_goes_on_to_call_them_where_they_last(
    nursery, last
):
    cells = [
        Cell("student", 0, COMPOSE),
        Cell("test", 1, "h = compose(abs, lambda x: -2 * x)\nassert h(3) == h(-3) == 6", "", 1),
        Cell("test", 2, "assert list(each(lambda x: x + 1, [1, 2])) == [2, 3]", "", 1),
    ]
    found = grade(cells, nursery, 7, cell_seconds=20, all_seconds=60, functions_last=last).outcomes
    for place in (1, 2):
        assert found[place].score == last
        assert last or found[place].why.startswith("RuntimeError: this function of the test")


@pytest.mark.parametrize("leave", ["exit()", "quit"])
def test_who_leaves_is_told_that_it_does_nothing(nursery, leave):
    cells = [Cell("student", 0, leave), Cell("student", 1, "x = 3")]
    cells.append(Cell("test", 2, "assert x == 3", "", 1))
    found = grade(cells, nursery, 7, cell_seconds=60, all_seconds=90).outcomes
    said = "(exit and quit do nothing when a notebook is graded)\n"
    assert [output["text"] for output in found[0].outputs] == [said]
    assert found[2].score == 1


@pytest.mark.parametrize(
    "ask",
    ["input()", "from getpass import getpass; getpass()", "import sys; sys.stdin.readline()"],
)
def test_who_asks_the_keyboard_is_told_that_nobody_types(nursery, ask):
    found = grade([Cell("student", 0, ask)], nursery, 7, cell_seconds=60, all_seconds=90).outcomes
    assert "EOFError: nobody types an answer when a notebook is graded" in str(found[0])


def test_a_picture_stands_where_it_was_shown_whoever_drew_before_and_however_it_is_loaded():
    draws = "{}.figure(figsize=(1, 1))\nplt.show()\nprint('below')"
    said = draws.format("import matplotlib.pyplot as plt\nplt")
    unsaid = "p = __import__('matp' + 'lotlib.pyp' + 'lot', fromlist=['x'])\n"
    unsaid += draws.replace("plt", "p").format("p")
    fresh = Nursery()  # nobody has drawn in it yet
    try:
        for cell in (unsaid, said, unsaid):
            (shown,) = outcomes(fresh, ("student", cell))
            assert [o["output_type"] for o in shown.outputs] == ["display_data", "stream"]
    finally:
        fresh.close()


@pytest.mark.parametrize(
    "choose",
    [
        "import matplotlib\nmatplotlib.use('TkAgg', force=True)",
        "import matplotlib as mpl\nmpl.rcParams['backend'] = 'TkAgg'",
        "import matplotlib.pyplot as plt\nplt.switch_backend('QtAgg')",
        "%matplotlib qt",
    ],
)
def test_who_asks_for_a_window_gets_a_picture(nursery, choose):
    draw = f"{choose}\nimport matplotlib.pyplot as plt\nplt.figure(figsize=(1, 1))\nplt.show()"
    (shown,) = outcomes(nursery, ("student", draw))
    assert [o["output_type"] for o in shown.outputs] == ["display_data"]


def test_what_a_student_prints_does_not_pile_up(nursery):
    cells = [Cell("student", 0, "for _ in range(1_500):\n    print('x' * 1_000_000)\nx = 3")]
    cells.append(Cell("test", 1, "assert x == 3", "", 1))
    found = grade(cells, nursery, 7, cell_seconds=60, all_seconds=90).outcomes
    assert [output["output_type"] for output in found[0].outputs] == ["stream"]
    assert found[1].score == 1


def test_a_student_cell_that_answers_by_hand_stands_under_the_limit_too(nursery):
    forged = """
import gc, struct, msgpack
student = next(found for found in gc.get_objects() if type(found).__name__ == "Student")
sock = student.channel.sock
packed = {"": "set", "v": [{"": "int", "v": hex(n * (2**61 - 1))} for n in range(160_000)]}
data = msgpack.packb({"callback": 1, "args": [[packed, {}], []], "stdout": ""})
sock.sendall(struct.pack("<I", len(data)) + data)
"""
    cells = [
        Cell("student", 0, KEPT),
        Cell("test", 1, "assert keep(lambda v: 7) == 7", "kept", 1),
        Cell("student", 2, forged),
        Cell("test", 3, "assert keep(lambda v: 7) == 7", "once", 1),
    ]
    before = time.process_time()
    found = grade(cells, nursery, 7, cell_seconds=5, all_seconds=60).outcomes
    assert found[1].score == 1
    assert "stopped" in found[2].why + found[3].why  # what it sent is not taken for an answer
    assert time.process_time() - before < 5  # minutes, were they hashed


def questions(nursery, *cells):
    """How many questions each of the cells costs, and the outcomes of the tests among them."""
    asked, found = [], []
    child_of = Child.__init__

    class Counting(Child):
        def __init__(self, *args):
            child_of(self, *args)
            asked.append(self)

    cells = [Cell(kind, i, source, f"c{i}", 1) for i, (kind, source) in enumerate(cells)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("grading.engine.examiner.Child", Counting)
        run = grade(cells, nursery, 7, IMPORTS)
    found = [run.outcomes[cell.id] for cell in cells if cell.kind == "test"]
    return sum(child.questions for child in asked), found


F = ("student", "def f(x): return x")
TEST_F = ("test", "assert f(1) == 1 and f(2) == 2")


def test_a_function_is_got_once_for_all_tests_below_its_cell(nursery):
    one, _ = questions(nursery, F, TEST_F)
    three, found = questions(nursery, F, TEST_F, TEST_F, TEST_F)
    assert three == one + 2 * 2  # the calls, and nothing else
    assert [outcome.score for outcome in found] == [1, 1, 1]


@pytest.mark.parametrize(
    ("between", "score"),
    [
        ("def f(x): return x + 1", 0),
        ("class f:\n    def __new__(cls, x): return x", 1),
        ("f = 1", 0),
        ("del f", 0),
        ("g = f\nf = lambda y: g(y)", 1),
    ],
)
def test_a_name_is_got_again_after_each_cell_of_the_student(nursery, between, score):
    _, (before, after) = questions(nursery, F, TEST_F, ("student", between), TEST_F)
    assert (before.score, after.score) == (1, score)


def test_a_function_that_binds_its_own_name_anew_means_what_it_is_by_then(nursery):
    turns = "def f(x):\n    global f\n    f = lambda x: -x\n    return x"
    calls_once = ("test", "assert f(1) == 1")
    _, found = questions(nursery, ("student", turns), calls_once, calls_once)
    assert [outcome.score for outcome in found] == [1, 0]
    goes = turns.replace("f = lambda x: -x", "del f")
    _, found = questions(nursery, ("student", goes), calls_once, calls_once, ("test", "assert 1"))
    assert [outcome.score for outcome in found] == [1, 0, 1]
    taken = ("test", "del f\ntry:\n    f(1)\nexcept NameError:\n    pass")
    _, found = questions(nursery, F, calls_once, taken, calls_once)
    assert [outcome.score for outcome in found][::2] == [1, 1]


BY_PROBE = """
def slopes(f, x):
    from lib.gradients import Probe

    class Passes:
        forward = staticmethod(lambda here: np.array(f(here["x"])))

    probe, found = Probe(Passes, {"x": x}, np.array(1.0), 0 * x, "x"), 0 * x
    for i in np.ndindex(x.shape):
        one = np.zeros(x.shape)
        one[i] = 1
        found[i] = sum(probe.sides(one, 1e-5)) / 2
    return found
"""
BY_HAND = """
def slopes(f, x):
    found = 0 * x
    for i in np.ndindex(x.shape):
        one = np.zeros(x.shape)
        one[i] = 1e-5
        found[i] = (f(x + one) - f(x - one)) / 2e-5
    return found
"""


@pytest.mark.parametrize(("student", "refused"), [(BY_PROBE, True), (BY_HAND, False)])
def test_what_the_checks_compute_by_themselves_is_no_answer_in_the_grader_either(student, refused):
    """Also where nothing out of bounds can be imported, and with a function of the test's."""
    started = Nursery(("scipy",))
    try:
        test = "from lib.checking import check_bounds\n"
        test += "check_bounds(slopes, lambda x: np.sum(x**2), np.ones(2))"
        found = outcome(started, student, test)
    finally:
        started.close()
    assert ("slopes uses lib.gradients, the checks' own code" in found.why) == refused
    assert bool(found.why) == refused


def test_a_notebook_that_goes_to_colabs_folder_is_told_in_a_sentence_and_goes_on(nursery):
    (found,) = outcomes(nursery, ("student", "%cd /content\nprint('on')"))
    said = "(%cd does nothing when a notebook is graded: /content)\non\n"
    assert [output.get("text") for output in found.outputs] == [said]

"""Notebooks to audit: each hole planted once, and the same exercises with the hole mended."""

import nbformat

IMPORTS = "import numpy as np"
# By kind of finding: the solution, its test with the hole, and the test that has it not.
HOLES = {
    "no_test": (
        "twice",
        "def twice(x):\n    return 2 * x",
        None,
        "check(twice, [(3,), (1.5,)], [6, 3.0])",
    ),
    "fooled": (
        "half",
        "def half(x):\n    return np.asarray(x) / 2",
        "for n in (3, 5):\n    x = np.arange(n) + 1.0\n    found = half(x)\n"
        "    assert type(found) is np.ndarray and found.shape == x.shape\n"
        "    if np.abs(found - x / 2).max() > 1e-9:\n        raise AssertionError(found)",
        "check(half, [(np.array([2.0, 3.0]),)], [np.array([1.0, 1.5])])",
    ),
    "nothing": (
        "ramp",
        "def ramp(n):\n    return np.arange(n) * 3.0",
        "assert ramp(4).shape == (4,)",
        "check(ramp, [(4,), (3,)], [np.array([0.0, 3, 6, 9]), np.array([0.0, 3, 6])])",
    ),
    "loose": (
        "blur",
        "def blur(x):\n    out = np.zeros(len(x) - 1)\n    for i in range(len(x) - 1):\n"
        "        out[i] = x[i] + x[i + 1]\n    return out[::-1]",
        "x = np.array([1.0, 2.0, 4.0, 9.0])\nassert type(blur(x)) is np.ndarray\n"
        "assert abs(blur(x).mean() - 22 / 3) < 1e-6",
        "check(blur, [(np.array([1.0, 2, 4, 9]),), (np.array([5.0, -1, 2]),)],\n"
        "      [np.array([13.0, 6, 3]), np.array([1.0, 4])])",
    ),
    "untried": (
        "every",
        "def every(x, stride):\n    return x[::stride] - stride",
        "check(every, [(np.array([3.0, 4, 7]), 1)], [np.array([2.0, 3, 6])])",
        "check(every, [(np.array([3.0, 4, 7]), 1), (np.array([3.0, 4, 7, 8, 9]), 2),\n"
        "              (np.array([3.0, 4, 7, 8, 9]), 3)],\n"
        "      [np.array([2.0, 3, 6]), np.array([1.0, 5, 7]), np.array([0.0, 5])])",
    ),
    "changed": (
        "centred",
        "def centred(x):\n    x = x.copy()\n    x -= x[0]\n    return x",
        "check(centred, [(np.array([3.0, 4, 7]),), (np.array([-1.0, 4]),)],\n"
        "      [np.array([0.0, 1, 4]), np.array([0.0, 5])])",
        "x = np.array([3.0, 4, 7])\ncheck(centred, [(x,), (np.array([-1.0, 4]),)],\n"
        "      [np.array([0.0, 1, 4]), np.array([0.0, 5])])\nassert x.tolist() == [3, 4, 7]",
    ),
    "no_error": (
        "first",
        "def first(values):\n    if len(values) == 0:\n        raise ValueError('nothing')\n"
        "    return [values[0]]",
        "check(first, [([3, 4],), ([5],)], [[3], [5]])",
        "check(first, [([3, 4],), ([5],)], [[3], [5]])\ntry:\n    first([])\n"
        "except ValueError:\n    pass\nelse:\n    raise AssertionError('first([])')",
    ),
    "rejected": (
        "third",
        "def third(x):\n    return np.asarray(x) / 3",
        "x = np.array([1.0, 5.0, 7.0])\nassert type(third(x)) is np.ndarray\n"
        "assert third(x).tobytes() == (x / 3).tobytes()",
        "check(third, [(np.array([1.0, 5.0, 7.0]),)], [np.array([1.0, 5.0, 7.0]) / 3])",
    ),
    "luck": (
        "rise",
        "def rise(x):\n    return np.maximum(x, 0.0) * 2",
        "x = np.round(np.random.normal(size=2), 3)\ncheck(rise, [(x,)], "
        "[np.where(x > 0, 2 * x, 0.0)])\ncheck(rise, [(np.ones(1),)], [np.full(1, 2.0)])",
        "x = np.array([1.5, -2.0, 3.0])\ncheck(rise, [(x,)], [np.array([3.0, 0, 6])])",
    ),
    "fooled_plain": (
        "count",
        "def count(text):\n    return text.count('a')",
        "assert count('banana') == 3\nassert count('tree') == 0\nassert count('a') == 1",
        "check(count, [('banana',), ('tree',), ('a',)], [3, 0, 1])",
    ),
}
# An exercise whose one test costs everything for a slip in one place; mended, two share the points.
PRICE = (
    "mean_or_zero",
    "def mean_or_zero(x):\n    if len(x) == 0:\n        return 0.0\n    return sum(x) / len(x)",
    ["check(mean_or_zero, [([1.0, 2.0],), ([4.0],), ([],)], [1.5, 4.0, 0.0])"],
    [
        "check(mean_or_zero, [([1.0, 2.0],), ([4.0],)], [1.5, 4.0])",
        "check(mean_or_zero, [([1.0, 2.0],), ([],)], [1.5, 0.0])",
    ],
)
CHECK = '''import numpy as np

def check(f, inputs, outputs):
    """Compare what a function gives with what it should give: type, shape, numbers."""
    for given, right in zip(inputs, outputs):
        found = f(*given)
        numbers = (int, float, np.integer, np.floating)
        kind = numbers if isinstance(right, numbers) else type(right)
        assert issubclass(type(found), kind) and type(found) is not bool, type(found)
        assert type(found).__module__ in ("builtins", "numpy"), type(found)
        if isinstance(right, list):
            assert [type(v) for v in found] == [type(v) for v in right] and found == right, found
        else:
            assert np.shape(found) == np.shape(right), np.shape(found)
            assert (np.abs(np.asarray(found) - right) <= 1e-9).all(), found
'''


def mark(name, **facts):
    known = {"grade": False, "solution": False, "locked": False, "schema_version": 3}
    return {"nbgrader": {**known, "grade_id": name, **facts}}


def nbgrader_notebook(kinds, mended=False):
    """A source notebook with the exercises of some kinds, their holes mended or not."""
    rows = []
    for kind in kinds:
        name, solution, hole, mend = PRICE if kind == "price" else HOLES[kind]
        tests = mend if mended else hole
        rows.append((name, solution, tests if isinstance(tests, list) else [tests]))
    return written(rows)


def written(rows):
    """A source notebook of exercises: name, solution and tests of each."""
    book = nbformat.v4.new_notebook()

    def add(source, metadata):
        cell = nbformat.v4.new_code_cell(source, metadata=metadata, id=f"c{len(book.cells)}")
        book.cells.append(cell)

    add(CHECK, mark("setup", locked=True))
    for name, solution, tests in rows:
        head, _, body = solution.partition("\n")
        text = f"{head}\n    ### BEGIN SOLUTION\n{body}\n    ### END SOLUTION"
        add(text, mark(name, solution=True))
        for number, test in enumerate(filter(None, tests)):
            title = f"test_{name}" + (f"_{number}" if number else "")
            add(test, mark(title, grade=True, locked=True, points=2))
    return book

"""Submissions that attack the grader, each by one trick.

A trick is the source of a cell, `@COURSE@` in it being the class's folder, which an attacker may
well know. It stands where `curve` should be written; of the other tasks only `honest` is done.
So one point of twelve is what it deserves.
"""

from hostile import (
    afresh,
    endless,
    files,
    hooks,
    lies,
    looking,
    notebooks,
    pages,
    patches,
    reaching,
    seams,
    system,
    wire,
)

LAB = "target"
HONEST = 1  # of twelve
TEXT = """
# %% locked="setup"
import numpy as np

from lib.checking import case, check_cases, check_equal, check_untouched, rng


def plus_one(y):
    return y + 1


# %% solution="curve"
def curve(x):
    ### BEGIN SOLUTION
    return x**2 + 1
    ### END SOLUTION


# %% test="test_curve" points=1
assert np.allclose(curve(np.array([1.0, 2.0])), [2.0, 5.0])
### BEGIN HIDDEN TESTS
# @SECRET@
_x = rng().normal(size=(3, 4))
_want = _x**2 + 1
assert np.allclose(curve(_x.copy()), _want)
### END HIDDEN TESTS

# %% test="test_curve_number" points=1
assert abs(curve(3.0) - 10.0) < 1e-9

# %% test="test_curve_exactly" points=1
assert np.array_equal(curve(np.arange(3.0)), np.array([1.0, 2.0, 5.0]))

# %% test="test_curve_table" points=1
### BEGIN HIDDEN TESTS
_table = np.array([[0.0, 1.0], [2.0, 5.0], [3.0, 10.0]])
assert np.array_equal(curve(_table[:, 0]), _table[:, 1])
### END HIDDEN TESTS

# %% test="test_curve_checked" points=1
_x = rng().normal(size=(3, 4))
_want = plus_one(_x**2)
check_equal(curve(_x), _want, "curve(x)")

# %% test="test_curve_cases" points=1
_cases = [rng().normal(size=n) for n in range(2, 9)]
check_cases(curve, *[case(_x, gives=_x**2 + 1) for _x in _cases])

# %% test="test_curve_untouched" points=1
check_untouched(curve, rng().normal(size=4), gives=lambda x: x**2 + 1)


# %% solution="primes"
def primes(n):
    ### BEGIN SOLUTION
    return [p for p in range(2, n) if all(p % q for q in range(2, p))]
    ### END SOLUTION


# %% test="test_primes" points=1
assert 7 in primes(10)
assert len(primes(10)) == 4


# %% solution="Scale"
class Scale:
    ### BEGIN SOLUTION
    def __init__(self, w):
        self.w = w

    def forward(self, x):
        return self.w * x
    ### END SOLUTION


# %% test="test_Scale" points=1
_x = rng().normal(size=5)
_want = 3 * _x  # before the call: the student's function may write into _x
assert np.array_equal(Scale(3.0).forward(_x), _want)
assert isinstance(Scale(3.0).w, float)
assert Scale(3.0).w == 3.0


# %% solution="each"
def each(f, values):
    ### BEGIN SOLUTION
    return [f(v) for v in values]
    ### END SOLUTION


# %% test="test_each" points=1
_calls = []
assert each(lambda v: _calls.append(v) or v + 1, [1, 2, 3]) == [2, 3, 4]
assert _calls == [1, 2, 3]

# %% test="test_each_refuses" points=1
try:
    each(None, [1])
except TypeError:
    pass
else:
    raise AssertionError("each(None, ...) must raise a TypeError")
_n = int(rng().integers(3, 10**6))
assert each(abs, [-2, -_n]) == [2, _n]


# %% solution="honest"
def honest(x):
    ### BEGIN SOLUTION
    return x + 1
    ### END SOLUTION


# %% test="test_honest" points=1
assert honest(1) == 2
"""
RIGHT = {
    "curve": "def curve(x):\n    return x**2 + 1  # @OTHER@",
    "primes": "def primes(n):\n    return [2, 3, 5, 7]",
    "Scale": "class Scale:\n    def __init__(self, w):\n        self.w = w\n\n"
    "    def forward(self, x):\n        return self.w * x",
    "each": "def each(f, values):\n    return [f(v) for v in values]",
    "honest": "def honest(x):\n    return x + 1",
}
THEMES = {
    "Values that lie": lies.TRICKS,
    "Patched comparisons, builtins and machinery": patches.TRICKS,
    "Looking for what the tests expect": looking.TRICKS,
    "Reaching for files, processes and the network": reaching.TRICKS,
    "Calls of the kernel that concern others": system.TRICKS,
    "Forged messages on the grader's own line": wire.TRICKS,
    "Seams of the engine: plays, calls back, its runtime": seams.TRICKS,
    "Hooks of IPython, matplotlib, NumPy and Python": hooks.TRICKS,
    "Running for ever, dying, flooding": endless.TRICKS,
    "Pages that run scripts": pages.TRICKS,
    "Each kind once more": afresh.TRICKS,
}
TRICKS = {name: source for theme in THEMES.values() for name, source in theme.items()}
NOTEBOOKS = notebooks.SPOILERS | files.SPOILERS

# Whoever grades: `autograde` on all processors grades every trick; the others some of each kind.
WAYS = {
    "with_one_job": "`autograde --jobs 1`",
    "with_many_jobs": "`autograde --jobs 6`",
    "by_nbgraders_command": "`nbgrader autograde`",
    "by_formgraders_button": "formgrader's button",
    "by_dask": "`autograde --executor dask`",
    "by_watch": "`watch`",
}
SAMPLE = [
    "array_subclass_that_lies", "nan_everywhere",
    "allclose_and_array_equal_patched", "input_transformer_that_empties_cells",
    "frames_above_the_call", "reads_the_work_of_others", "writes_the_gradebook", "fork_bomb",
    "kills_its_parent", "modes_owners_times_and_attributes", "a_verdict_instead_of_a_value",
    "error_of_wrong_types",
    "play_of_more_answers_than_steps", "function_of_the_test_kept_for_later",
    "everything_is_refused", "references_taken_from_under_the_runtime", "descriptors_all_closed",
    "debugger_in_a_call", "frames_of_generators_and_tracebacks",
    "os_exit_in_a_call", "segmentation_fault", "text_printed",
    "function_of_the_test_called_by_a_thread", "number_that_is_whatever_is_wanted",
    "opened_again_in_every_way", "files_that_tell_of_others", "values_within_themselves",
    "message_in_two_halves", "seed_guessed_from_its_own",
]  # fmt: skip
SAMPLE_FILES = [
    "keys_that_stand_twice", "tests_emptied_and_outputs_forged", "halves_of_surrogates",
    "file_in_32_bits",
]  # fmt: skip

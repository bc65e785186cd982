"""A lab may have magics: its bank, mutants and diagnosis work as if they were not there."""

import pytest

from grading.authoring.source import source_notebook
from grading.quality import bank
from grading.quality.mutant_scores import is_refused

TEXT = """
# %% locked="setup"
# %matplotlib inline
import numpy as np

# !echo ready
SCALE = 2


# %% solution="double"
def double(x):
    ### BEGIN SOLUTION
    return SCALE * x
    ### END SOLUTION


# %% test="test_double" points=2
# %matplotlib inline
assert double(3) == 6

# %%
# %%time
halves = [double(x) / 4 for x in range(3)]

# %% test="test_double_halves" points=1
assert halves == [0, 0.5, 1]
"""
LAB = "magical"


@pytest.fixture(autouse=True)
def _lab(tmp_path, monkeypatch):
    (tmp_path / f"{LAB}.py").write_text(TEXT)
    monkeypatch.setattr(bank, "source_notebook", lambda lab: source_notebook(lab, tmp_path))
    caches = bank._code_cells, bank._affected
    for cache in caches:
        cache.cache_clear()
    yield
    for cache in caches:
        cache.cache_clear()


def test_a_magic_does_not_keep_a_lab_from_its_bank():
    assert bank.run_in_process(LAB) == {"test_double": None, "test_double_halves": None}


def test_a_wrong_solution_is_caught_beside_magics():
    found = bank.run_in_process(LAB, {"double": "def double(x):\n    return 3 * x"})
    assert isinstance(found["test_double"], AssertionError)


def test_a_solution_may_have_a_magic_itself():
    answers = {"double": "%matplotlib inline\ndef double(x):\n    return x + x"}
    assert set(bank.run_in_process(LAB, answers).values()) == {None}
    assert is_refused(LAB, "double", "%matplotlib inline\ndef double(x):\n    return x")


def test_names_of_a_cell_with_a_magic_may_be_any_word_in_it():
    names = bank.names_of("%time x = f(y)")
    assert {"x", "f", "y"} <= names.uses & names.binds
    assert bank.names_of("x = f(y)").binds == {"x"}

"""Mutants of the labs' solutions: made by rule, and refused by the tests."""

import ast
import tomllib

import pytest
from thorough import IN_CI, sample

from grading.paths import ROOT
from grading.quality.bank import own_solutions
from grading.quality.mutant_scores import (
    EQUIVALENT,
    LABS,
    Score,
    complaints,
    exercises,
    is_refused,
    print_scores,
    try_mutants,
)
from grading.quality.mutants import mutants_of

EVERY = 60 if IN_CI else 240  # of the mutants is tried; `python -m grading mutants` tries all
SOURCE = """
def f(x, n=3):
    if n < 2:
        raise ValueError("too small")
    ### BEGIN SOLUTION
    total = x[1:] - n
    return np.sum(total, axis=0)
    ### END SOLUTION
"""


def changes(source):
    return {mutant.change for mutant in mutants_of(source)}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("total = x[1:] - n", "total = x[1:] + n"),  # operator
        ("total = x[1:] - n", "total = n - x[1:]"),  # swapped
        ("total = x[1:] - n", "total = -(x[1:] - n)"),  # sign
        ("total = x[1:] - n", "total = x[2:] - n"),  # bound
        ("total = x[1:] - n", "total = x[:] - n"),
        ("total = x[1:] - n", "total = n[1:] - n"),  # name
        ("total = x[1:] - n", "pass"),  # left out
        ("return np.sum(total, axis=0)", "return np.sum(total, axis=1)"),  # axis
        ("return np.sum(total, axis=0)", "return np.sum(total)"),
        ("return np.sum(total, axis=0)", "return np.mean(total, axis=0)"),
    ],
)
def test_each_rule_makes_its_mutant(before, after):
    assert f"{before} → {after}" in changes(SOURCE)


def test_of_two_masks_each_alone_is_left():
    found = changes(SOURCE.replace("x[1:] - n", "(x > 0) & (x < n)"))
    before = "total = (x > 0) & (x < n)"
    assert {f"{before} → total = x > 0", f"{before} → total = x < n"} <= found


def test_what_gives_no_points_is_left_alone():
    assert "MaxPool" in own_solutions("lab5_conv_block")
    assert "MaxPool" not in exercises("lab5_conv_block")
    assert "ReLU" in exercises("lab5_conv_block")


def test_only_the_solution_is_mutated():
    assert changes(SOURCE)
    for mutant in mutants_of(SOURCE):
        assert "if n < 2:\n        raise ValueError('too small')" in mutant.source
        assert "n=3" in mutant.source


@pytest.mark.parametrize("lab", LABS)
def test_mutants_of_a_labs_solutions_are_valid_differ_and_are_named_apart(lab):
    for source in exercises(lab).values():
        mutants = mutants_of(source)
        assert len(mutants) >= 10
        assert len({mutant.change for mutant in mutants}) == len(mutants)
        sources = {mutant.source for mutant in mutants}
        assert len(sources) == len(mutants)
        assert ast.unparse(ast.parse(source)) not in sources


def test_a_solution_that_never_ends_or_eats_all_memory_counts_as_refused(monkeypatch):
    monkeypatch.setattr("grading.quality.mutant_scores.SECONDS", 0.5)
    for body in ("while True: pass", "np.ones(10**15)"):
        assert is_refused("lab1_dot", "dot_forward", f"def dot_forward(x, w):\n    {body}")
    assert not is_refused("lab1_dot", "dot_forward", own_solutions("lab1_dot")["dot_forward"])


def test_a_sample_of_all_mutants_is_refused_except_for_those_that_are_equivalent():
    scores = try_mutants(sample(LABS, 3), every=EVERY)
    assert sum(score.mutants for score in scores) > 1000 / EVERY
    assert complaints(scores) == []


def test_survivors_and_lines_of_the_list_that_are_out_of_date_are_named():
    score = Score("lab", "f", mutants=3, survivors=["a → b"], stale=["c → d"])
    survivor, stale = complaints([score])
    assert survivor == "lab/f passes: a → b"
    assert "'c → d'" in stale


def test_the_command_prints_a_row_for_each_exercise_and_fails_if_a_mutant_passes(capsys):
    good = Score("lab", "f", mutants=9, equivalent={"a → b": "the same"})
    assert print_scores([good]) == 0
    assert "| lab `f` | 9 | 8 | 1 | 100 % |" in capsys.readouterr().out
    assert print_scores([good, Score("lab", "g", mutants=4, survivors=["c → d"])]) == 1
    printed = capsys.readouterr().out
    assert "| all | 13 | 11 | 1 | 91 % |" in printed
    assert "lab/g passes: c → d" in printed


def test_the_table_in_the_docs_counts_these_mutants():
    table = (ROOT / "docs" / "tests.md").read_text()
    known = tomllib.loads(EQUIVALENT.read_text())
    for lab in LABS:
        for name, source in exercises(lab).items():
            listed = known.get(lab, {}).get(name, {})
            equivalent, mutants = sum(" → " in c for c in listed), len(mutants_of(source))
            counts = f"{mutants} | {mutants - equivalent} | {equivalent} | 100 %"
            assert f"| {lab} `{name}` | {counts} |" in table, "run: python -m grading mutants"

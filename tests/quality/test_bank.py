"""The labs' tests are tested: the real grader gets each wrong and each right solution."""

import ast
import contextlib
import io
import re
import shutil
from dataclasses import replace

import matplotlib.pyplot as plt
import nbformat
import pytest
from thorough import sample

from grading.authoring.source import source_notebook
from grading.diagnosis.diagnose import explain
from grading.engine import worker
from grading.engine.model import TestResult
from grading.engine.worker import grade_submission
from grading.labfile import visible
from grading.paths import ROOT, ClassError, lab_names
from grading.quality import bank as the_bank
from grading.quality.bank import check_entries, own_solutions, right_solutions, slips
from grading.quality.bank_check import (
    Entry,
    Exercise,
    Lab,
    Pack,
    complaints,
    failures_in_process,
    print_exercises,
    try_lab,
    worker_pool,
)
from grading.quality.bank_seeds import wrong_under

LABS = lab_names()
EVERY = 12  # of the submissions that the engine grades here; `python -m grading bank` grades all


@pytest.fixture(autouse=True)
def _no_figures_left():
    plt.switch_backend("Agg")
    yield
    plt.close("all")


@pytest.fixture(scope="module")
def course(all_labs, tmp_path_factory):
    """All labs, released to a class."""
    return shutil.copytree(all_labs, tmp_path_factory.mktemp("bank") / "class")


@pytest.fixture(scope="module")
def pool():
    with worker_pool() as processes:
        yield processes


@pytest.mark.parametrize("lab", sample(LABS, 1))
def test_the_grader_takes_from_each_slip_its_points_and_none_from_right_solutions(
    course, pool, lab
):
    exercises = try_lab(Lab(lab, course), pool, every=EVERY)
    assert not complaints(exercises), "\n".join(complaints(exercises))
    assert sum(e.slips for e in exercises) == len(slips(lab))
    assert sum(e.caught + e.accepted for e in exercises) > 0


@pytest.mark.parametrize("lab", sample(LABS, 1))
def test_a_slip_fails_the_tests_it_should_and_a_right_solution_none(pool, lab):
    wanted = [(name, way, source, set()) for name, way, source in right_solutions(lab)]
    wanted += [(s.name, s.slip, s.source, s.fails) for s in slips(lab)]
    names, _, sources, _ = zip(*wanted, strict=True)
    found = pool.map(failures_in_process, [lab] * len(names), names, sources, chunksize=4)
    lines = [
        f"{name}/{title} should fail {sorted(fails)}, and fails {failed}"
        for (name, title, _, fails), failed in zip(wanted, found, strict=True)
        if set(failed) != fails
    ]
    assert not lines, "\n".join(lines)


@pytest.mark.parametrize("name", sample(["lab1_dot", "lab5_conv_block"], 1))
def test_a_submission_gets_the_same_points_and_words_whoever_was_graded_before(
    course, monkeypatch, name
):
    lab, found = Lab(name, course), []
    packs = [
        pack
        for pack in lab.packs()[::16]
        if all(entry.title != "nothing: random numbers" for entry in pack.entries)
    ]
    for remember in (worker._recall_of, lambda *_: None):
        monkeypatch.setattr(worker, "_recall_of", remember)
        jobs = [replace(lab.job(pack), student_seed=1) for pack in packs]
        results = [grade_submission(job, explain) for job in jobs]
        found.append([(r.tests, r.notebook, r.diagnoses, r.remarks) for r in results])
    assert found[0] == found[1]


def test_a_slip_that_fails_other_tests_than_it_says_is_named_and_its_neighbours_are_not(
    course, pool, monkeypatch
):
    monkeypatch.setattr("grading.quality.bank_check.slips", lambda _: [])
    wrong = slips("lab1_dot")
    honest = next(s for s in wrong if s.name == "dot_forward" and "test_dot_forward" in s.fails)
    other = next(s for s in wrong if s.name == "dot_backward")
    right = own_solutions("lab1_dot")["numerical_gradient"]
    bank = [
        Entry("dot_forward", "claims less", honest.source, honest.fails - {"test_dot_forward"}),
        Entry("dot_backward", "honest", other.source, other.fails),
        Entry("numerical_gradient", "claims more", right, frozenset({"test_numerical_gradient"})),
    ]
    lab = Lab("lab1_dot", course)
    lab.entries = lambda: bank
    lines = complaints(try_lab(lab, pool))
    assert len(lines) == 2
    assert lines[0].startswith("lab1_dot/dot_forward/claims less: test_dot_forward fails: ")
    assert lines[1].startswith("lab1_dot/numerical_gradient/claims more: test_numerical_gradient s")


def test_points_for_a_blank_cell_are_found(course):
    lab = Lab("lab1_dot", course)
    nothing = {
        test: TestResult(0, points, "NotImplementedError") for test, points in lab.points.items()
    }
    assert lab.surprises(Pack(), nothing) == set()
    given = nothing | {"test_dot_forward": TestResult(2, 2)}
    assert lab.surprises(Pack(), given) == {"test_dot_forward"}


def test_tests_that_show_students_too_few_of_their_slips_are_found():
    assert complaints([Exercise("lab", "f", slips=5, visible=4)]) == []
    (line,) = complaints([Exercise("lab", "f", slips=5, visible=3)])
    assert "visible tests catch 3 of 5 slips" in line


SLIP = '''"""Idea: a
Hint: b
Family: rule
Fails: test_dot_forward
"""
def dot_forward(x, w):
    ...
'''


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("dot_gone", "", "", "the lab has no exercise dot_gone. If it was removed, remove"),
        ("dot_forward", "def dot_forward", "def dot", "does not define dot_forward"),
        ("dot_forward", "w):", "w)", "is not Python: expected ':' (line 6)"),
        ("dot_forward", "Hint: b", "", "its docstring needs Idea:, Hint: and Fails:"),
        ("dot_forward", ": test_dot_forward", ": test_dot_gone", "has no test test_dot_gone"),
        ("dot_forward", "Family: rule", "Family: ruel", "Family: must be one of upstream, "),
        ("dot_forward", "Family: rule\n", "", "Family: must be one of upstream, "),
    ],
)
def test_an_entry_that_cannot_be_what_it_says_is_named(tmp_path, monkeypatch, name, old, new, said):
    monkeypatch.setattr(the_bank, "WRONG", tmp_path)
    (tmp_path / "lab1_dot" / name).mkdir(parents=True)
    file = tmp_path / "lab1_dot" / name / "slip.py"
    file.write_text(SLIP.replace("dot_forward", name))
    if name != "dot_gone":
        check_entries("lab1_dot")
    file.write_text(SLIP.replace(old, new) if old else SLIP)
    with pytest.raises(
        ClassError, match=re.escape(f"lab1_dot/{name}/slip.py: ") + ".*" + re.escape(said)
    ):
        check_entries("lab1_dot")


def test_the_command_prints_a_row_for_each_exercise_and_fails_if_something_is_wrong(capsys):
    good = Exercise("lab", "f", slips=8, visible=7, caught=8, ways=3, accepted=3)
    bad = Exercise("lab", "g", slips=2, visible=2, caught=1, mismatches=["g/slip: why"])
    assert print_exercises([good]) == 0
    assert "| lab `f` | 8 | 87 % | 100 % | 3 of 3 | 0 |" in capsys.readouterr().out
    assert print_exercises([good, bad]) == 1
    printed = capsys.readouterr().out
    assert "| all | 10 | 90 % | 90 % | 3 of 3 | 0 |" in printed
    assert "g/slip: why" in printed


def test_the_table_in_the_docs_counts_this_bank():
    table = (ROOT / "docs" / "tests.md").read_text()
    for lab in LABS:
        ways, wrong = [name for name, *_ in right_solutions(lab)], [s.name for s in slips(lab)]
        for name in filter(wrong.count, own_solutions(lab)):
            right = f"{ways.count(name)} of {ways.count(name)}"
            row = rf"\| {lab} `{name}` \| {wrong.count(name)} \| \d+ % \| 100 % \| {right} \|"
            assert re.search(row, table), f"{lab} {name}; run: python -m grading bank"


def shown_by_test_cells(notebook, hidden):
    """Values that test cells show, by cell: nbgrader takes a number for the points earned."""
    namespace, shown = {"__name__": "__main__"}, {}
    with contextlib.redirect_stdout(io.StringIO()):
        for cell in notebook.cells:
            if cell.cell_type != "code" or "demo" in cell.metadata.get("tags", []):
                continue  # an example that only shows something does not run in the grader either
            tree = ast.parse(cell.source if hidden else visible(cell.source))
            last = tree.body.pop().value if isinstance(tree.body[-1], ast.Expr) else None
            exec(compile(tree, cell.id, "exec"), namespace)
            value = last and eval(compile(ast.Expression(last), cell.id, "eval"), namespace)
            if value is not None and cell.metadata.get("nbgrader", {}).get("grade"):
                shown[cell.id] = value
    return shown


@pytest.mark.parametrize("hidden", [True, False], ids=["all", "visible"])
@pytest.mark.parametrize("lab", sample(LABS, 2))
def test_no_test_cell_ends_with_a_value(lab, hidden):
    assert shown_by_test_cells(source_notebook(lab), hidden) == {}


def test_a_test_cell_that_ends_with_a_value_is_found():
    cells = [
        nbformat.v4.new_code_cell(source, id=name, metadata={"nbgrader": {"grade": True}})
        for name, source in {
            "silent": "print(1)",
            "always": "f = abs\nf(-3)",
            "visible": "f(2)\n### BEGIN HIDDEN TESTS\nassert f(0) == 0\n### END HIDDEN TESTS",
        }.items()
    ]
    notebook = nbformat.v4.new_notebook(cells=cells)
    assert shown_by_test_cells(notebook, hidden=True) == {"always": 3}
    assert shown_by_test_cells(notebook, hidden=False) == {"always": 3, "visible": 2}


def test_more_seeds_find_a_slip_that_fails_by_chance(monkeypatch):
    wrong = [s for s in slips("lab1_dot") if s.name == "dot_forward"][:2]
    liar = replace(wrong[0], fails=wrong[0].fails | {"test_dot_backward"})
    monkeypatch.setattr("grading.quality.bank_seeds.slips", lambda _: [liar, wrong[1]])
    monkeypatch.setattr("grading.quality.bank_seeds.right_solutions", lambda _: [])
    (line,) = wrong_under("lab1_dot", 3, ["test_dot_forward"])
    assert line[:3] == ("dot_forward", liar.slip, "wrong")
    assert "test_dot_backward should fail, but passes." in line[3]

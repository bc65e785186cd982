"""Grade one submission from start to end, as a function of its input, for a pool or a cluster."""

import json
import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import nbformat
from nbformat.v4 import rwbase

from grading.engine import references
from grading.engine.examiner import grade
from grading.engine.free_names import needed
from grading.engine.launch import Launched
from grading.engine.model import Cell, CellsJob, Diagnose, Job, Outcome, Result, Run, TestResult
from grading.engine.namespace import compiled
from grading.engine.nursery import Ended, Nursery
from grading.engine.plan import Plan, make_plan, what_failed
from grading.engine.recall import Recall, uses_of
from grading.engine.recognise import bound_in
from grading.engine.sandbox import Unavailable
from grading.labfile import mark_of

TRIES = 2
_recalls: dict[tuple, Recall] = {}
_nurseries: dict[tuple[tuple[str, ...], bool], Nursery] = {}


def grade_submission(job: Job, diagnose: Diagnose | None = None) -> Result:
    """Grade a submission. Writes nothing.

    Parameters
    ----------
    job : Job
    diagnose : callable, optional
        Finds out why tests failed: see `grading.engine.model.Diagnose`.

    Returns
    -------
    Result
        An error in a submission affects only that submission.

    Raises
    ------
    Unavailable
        If no submission can be graded.
    """
    for _ in range(TRIES):
        started = nursery(job.out_of_bounds, job.trusted)
        try:
            result = _grade(job, started, diagnose)
        except Ended:
            continue
        except Unavailable:
            raise
        except Exception as error:
            what = f"{type(error).__name__}: {error}"[:300]
            result = not_graded(job, f"The grader failed on this submission: {what}")
        if started.alive():  # if it ends, the student's process ends as well
            return result
    return not_graded(job, "The process that student processes come from was killed, twice")


def run_cells(job: CellsJob, diagnose: Diagnose | None = None) -> Run:
    """Run the cells of a submission planned elsewhere. Writes nothing."""
    for _ in range(TRIES):
        started = nursery(job.out_of_bounds, job.trusted)
        try:
            run = _run(job, started, job.cells, job.imports, diagnose)
        except Ended:
            continue
        if started.alive():
            return run
    return not_run(job, "The process that student processes come from was killed, twice")


def not_run(job: CellsJob, why: str) -> Run:
    """The result if no cell could be run."""
    outcomes = {cell.id: Outcome(why=f"not graded: {why}") for cell in job.cells}
    return Run(outcomes, {}, {}, (_remark(why),))


def prepare(lab: str, teacher: str) -> None:
    """Prepare what all submissions share, from the instructor's notebook as JSON."""
    plan = make_plan((), lab, _read(teacher))
    ours = [cell.source for cell in plan.cells if cell.kind != "student"]
    imports = [line for line in plan.imports.splitlines() if references.in_source(line)]
    if any(map(references.in_source, ours)) or needed(imports, ours):
        references.load()
    for source in ours:
        compiled(source)
    for cell in plan.cells:
        uses_of(cell.source)


def _run(
    job: Job | CellsJob,
    started: Nursery,
    cells: Sequence[Cell],
    imports: str,
    diagnose: Diagnose | None,
) -> Run:
    return grade(
        cells,
        started,
        job.seed,
        imports=imports,
        cell_seconds=job.cell_seconds,
        all_seconds=job.all_seconds,
        lab=job.lab,
        diagnose=diagnose,
        student_seed=job.student_seed,
        # Cells planned elsewhere may record what they receive: they are run each time.
        recall=_recall_of(job, cells, imports) if isinstance(job, Job) else None,
        functions_last=isinstance(job, CellsJob) and job.functions_last,
    )


def _recall_of(job: Job, cells: Sequence[Cell], imports: str) -> Recall:
    """The remembered outcomes of a run's tests, kept for one run at a time."""
    tests = tuple((c.kind, c.source, c.points) for c in cells if c.kind != "student")
    run = job.lab, job.seed, job.out_of_bounds, job.trusted, imports, tests
    if run not in _recalls:
        forget_outcomes()
        _recalls[run] = Recall()
    return _recalls[run]


def forget_outcomes() -> None:
    """Forget all remembered outcomes of tests."""
    _recalls.clear()


def not_graded(job: Job, why: str) -> Result:
    """The result of a submission that could not be graded; `why` is the remark's text."""
    plan = make_plan((), job.lab, _read(job.teacher))
    outcomes = {cell.id: Outcome(why="not graded") for cell in plan.cells}
    return _result(job, plan, [_remark(why)], Run(outcomes, {}, {}))


def _remark(why: str) -> str:
    return f"{why}. Nothing of it was graded: tell your instructor."


def _grade(job: Job, started: Nursery, diagnose: Diagnose | None) -> Result:
    start = time.process_time()
    teacher = _read(job.teacher)
    plan = make_plan(job.files, job.lab, teacher)
    planning = time.process_time() - start
    run = _run(job, started, plan.cells, plan.imports, diagnose)
    remarks = [*plan.remarks, *what_failed(plan.cells, run.outcomes, teacher)]
    return _result(job, plan, remarks, replace(run, seconds={"plan": planning, **run.seconds}))


def _result(job: Job, plan: Plan, remarks: list[str], run: Run) -> Result:
    tests, teacher = {}, _read(job.teacher)
    for cell in plan.cells:
        outcome = run.outcomes[cell.id]
        if outcome.outputs:
            plan.notebook.cells[cell.id].outputs = nbformat.from_dict(list(outcome.outputs))
        if cell.kind == "test":
            tests[cell.name] = TestResult(outcome.score, cell.points, outcome.why)
    add_remarks(plan.notebook, remarks)
    answers = answered(plan.notebook, teacher)
    return Result(
        lab=job.lab,
        student=job.student,
        seed=job.seed,
        student_seed=job.student_seed,
        notebook=_written(plan.notebook),
        tests=tests,
        answered=answers,
        remarks=tuple(remarks),
        seconds=run.seconds,
        diagnoses=run.diagnoses,
    )


def _written(notebook: Any) -> str:
    """Like `nbformat.writes`, but without a copy and in one line: nobody reads the file."""
    for cell in notebook.cells:
        dict.update(cell, source=cell["source"].splitlines(True))
    more = [cell for cell in notebook.cells if cell.get("outputs") or "attachments" in cell]
    rwbase.split_lines(nbformat.NotebookNode(cells=more))
    return json.dumps(notebook, ensure_ascii=False, sort_keys=True)


def add_remarks(notebook: Any, remarks: Iterable[str]) -> None:
    """Put the remarks on a submission into its first cell, as plain text."""
    remarks = list(remarks)
    if not remarks:
        return
    if not notebook.cells or notebook.cells[0].id != "remarks":
        title = "**Notes from the grader**\n"
        cell = {"cell_type": "markdown", "id": "remarks", "metadata": {}, "source": title}
        notebook.cells.insert(0, nbformat.from_dict(cell))
    for remark in remarks:
        # It contains file names and errors: nothing in them may become markup.
        plain = re.sub(r"([^\w\s.,:;/()'-])", r"\\\1", " ".join(remark.split()))
        notebook.cells[0].source += f"\n- {plain}"


def nursery(out_of_bounds: tuple[str, ...], trusted: bool = False) -> Nursery:
    """This process's nursery for labs with these bounds; it tests the sandbox at its start."""
    started = start_nursery(out_of_bounds, trusted)
    try:
        started.prove()
    except BaseException:
        _nurseries.pop((out_of_bounds, trusted)).close()
        raise
    return started


def start_nursery(
    out_of_bounds: tuple[str, ...], trusted: bool = False, launched: Launched | None = None
) -> Nursery:
    """The same, without waiting for it; `launched` is one that was started already."""
    key = out_of_bounds, trusted
    if key in _nurseries and not _nurseries[key].alive():
        _nurseries.pop(key).close()  # it was killed
    if key not in _nurseries:
        _nurseries[key] = Nursery(out_of_bounds, trusted, launched)
    return _nurseries[key]


def close_nurseries() -> None:
    """End the nurseries of this process."""
    while _nurseries:
        _nurseries.popitem()[1].close()


def answered(notebook: Any, teacher: Any) -> dict[str, bool]:
    """Whether something is written for each of the lab's answers, in its cell or elsewhere."""
    stubs, found = (
        {mark.name: cell["source"] for cell in cells if (mark := mark_of(cell)).answer}
        for cells in (teacher.cells, notebook.cells)
    )
    given = {cell.source for cell in teacher.cells}
    own = {c.source for c in notebook.cells if c.cell_type == "code" and not mark_of(c).name}
    missing = stubs.keys() - found.keys()
    elsewhere = set().union(*map(bound_in, own - given)) & missing if missing else set()
    return {
        name: found.get(name, stub) != stub or name in elsewhere for name, stub in stubs.items()
    }


@lru_cache(maxsize=8)
def _read(text: str) -> Any:
    return nbformat.v4.reads(text)  # without validation: it comes from the gradebook

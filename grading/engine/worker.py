"""Grade one submission from start to end: a function of its input, for a pool or a cluster."""

import re
import time
from dataclasses import dataclass, field
from functools import lru_cache

import nbformat

from grading.engine.examiner import ALL_SECONDS, CELL_SECONDS, Outcome, grade
from grading.engine.plan import make_plan, what_failed
from grading.engine.sandbox import Unavailable
from grading.engine.student_handle import Ended, Nursery

TRIES = 2
_nurseries = {}


@dataclass(frozen=True)
class Job:
    """All that grading a submission needs.

    files are pairs of name and content (None where too large); teacher is the instructor's
    notebook as JSON; out_of_bounds the packages that the student's process cannot read;
    cell_seconds and all_seconds the limits for a cell and for the whole.
    """

    lab: str
    student: str
    files: tuple
    teacher: str
    seed: int
    out_of_bounds: tuple = ()
    trusted: bool = False
    cell_seconds: float = CELL_SECONDS
    all_seconds: float = ALL_SECONDS


@dataclass
class Result:
    """What became of a submission.

    notebook is the graded one as JSON; tests maps names to (score, points, why it failed);
    answered says of each solution cell whether the student wrote anything; remarks are sentences
    on what was odd; seconds are CPU seconds by stage: plan, start (of the student's process), cells
    and tests; diagnoses say of names with failed tests what went wrong (`grading.diagnosis`).
    """

    lab: str
    student: str
    seed: int
    notebook: str
    tests: dict
    answered: dict
    remarks: list
    seconds: dict = field(default_factory=dict)
    diagnoses: dict = field(default_factory=dict)


def grade_submission(job):
    """Grade a `Job`; returns a `Result`. Writes nothing.

    Whatever goes wrong with a submission costs that submission only; `Unavailable` is raised
    where none can be graded.
    """
    for _ in range(TRIES):
        started = nursery(job.out_of_bounds, job.trusted)
        try:
            result = _grade(job, started)
        except Ended:
            continue
        except Unavailable:
            raise
        except Exception as error:
            what = f"{type(error).__name__}: {error}"[:300]
            result = not_graded(job, f"The grader failed on this submission: {what}")
        if started.alive():  # with its end the student's process ends as well
            return result
    return not_graded(job, "The process that student processes come from was killed, twice")


def not_graded(job, why):
    """The result of a submission of which nothing could be graded; `why` is the remark's text."""
    plan = make_plan((), job.lab, _read(job.teacher))
    plan.remarks[:] = [f"{why}. Nothing of it was graded: tell your instructor."]
    return _result(job, plan, {cell.id: Outcome(error="not graded") for cell in plan.cells})


def _grade(job, started):
    start = time.process_time()
    plan = make_plan(job.files, job.lab, _read(job.teacher))
    seconds = {"plan": time.process_time() - start}
    taken, diagnoses = {}, {}
    outcomes = grade(
        plan.cells,
        started,
        job.seed,
        plan.imports,
        job.cell_seconds,
        job.all_seconds,
        taken,
        job.lab,
        diagnoses,
    )
    plan.remarks += what_failed(plan.cells, outcomes, _read(job.teacher))
    return _result(job, plan, outcomes, seconds | taken, diagnoses)


def _result(job, plan, outcomes, seconds=None, diagnoses=None):
    tests = {}
    for cell in plan.cells:
        outcome = outcomes[cell.id]
        plan.notebook.cells[cell.id].outputs = nbformat.from_dict(outcome.outputs)
        if cell.kind == "test":
            tests[cell.name] = (outcome.score, cell.points, outcome.error)
    add_remarks(plan.notebook, plan.remarks)
    return Result(
        lab=job.lab,
        student=job.student,
        seed=job.seed,
        notebook=nbformat.writes(plan.notebook),
        tests=tests,
        answered=_answered(plan.notebook, _read(job.teacher)),
        remarks=plan.remarks,
        seconds=seconds or {},
        diagnoses=diagnoses or {},
    )


def add_remarks(notebook, remarks):
    """Say what was odd about a submission in its first cell, as plain text."""
    if not remarks:
        return
    if not notebook.cells or notebook.cells[0].id != "remarks":
        title = "**Notes from the grader**\n"
        notebook.cells.insert(0, nbformat.v4.new_markdown_cell(title, id="remarks"))
    for remark in remarks:
        # File names and errors are in it: nothing there may become markup.
        plain = re.sub(r"([^\w\s.,:;/()'-])", r"\\\1", " ".join(remark.split()))
        notebook.cells[0].source += f"\n- {plain}"


def nursery(out_of_bounds, trusted=False):
    """The nursery of this process for labs with these bounds; proves the sandbox at its start."""
    started = start_nursery(out_of_bounds, trusted)
    try:
        started.prove()
    except BaseException:
        _nurseries.pop((out_of_bounds, trusted)).close()
        raise
    return started


def start_nursery(out_of_bounds, trusted=False):
    """The same, without waiting until it is there."""
    key = out_of_bounds, trusted
    if key in _nurseries and not _nurseries[key].alive():
        _nurseries.pop(key).close()  # it was killed
    if key not in _nurseries:
        _nurseries[key] = Nursery(out_of_bounds, trusted)
    return _nurseries[key]


def close_nurseries():
    """End the nurseries of this process."""
    while _nurseries:
        _nurseries.popitem()[1].close()


def _answered(notebook, teacher):
    stubs = {c.metadata["nbgrader"]["grade_id"]: c.source for c in teacher.cells if _is_answer(c)}
    found = {c.metadata["nbgrader"]["grade_id"]: c.source for c in notebook.cells if _is_answer(c)}
    return {name: found.get(name, stub) != stub for name, stub in stubs.items()}


def _is_answer(cell):
    return cell.metadata.get("nbgrader", {}).get("solution", False)


@lru_cache(maxsize=8)
def _read(text):
    return nbformat.reads(text, as_version=4)

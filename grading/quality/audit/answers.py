"""Run one answer to an exercise in the engine: the tests it fails, and its results for calls."""

import random
import time
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from grading import wording
from grading.engine.model import Cell, CellsJob
from grading.engine.worker import run_cells
from grading.quality.audit import asking, recording
from grading.quality.audit.asking import Reply
from grading.quality.audit.calls import Call
from grading.quality.audit.notebook import Audited, Part, cells_for, names_of

CELL_SECONDS = 10  # for a cell
PATIENCE, LEAST = 15, 3  # a mutant may take so many times the solution's time plus so many seconds
ENDLESS = 3  # endless calls to wait for
PORTION = 60  # calls made in one cell
MAX_WHY = 300


@dataclass(frozen=True)
class Answer:
    """An answer to an exercise.

    Attributes
    ----------
    kind : str
        "solution", "mutant", "rewrite", "alternative", "nothing" or "lie".
    """

    exercise: str
    kind: str
    title: str
    source: str


@dataclass(frozen=True)
class Verdict:
    """The tests' verdict on an answer.

    Attributes
    ----------
    scores : dict
        Points by test.
    failed : dict
        Why it fails, by test.
    replies : tuple of Reply
        Its results for the calls.
    noted : tuple
        How the tests called it, if that was recorded.
    """

    scores: dict[str, float] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    replies: tuple[Reply, ...] = ()
    seconds: float = 0.0  # wall-clock time
    noted: tuple = ()

    @property
    def stopped(self) -> bool:
        """Whether a test failed because it ran out of time."""
        return any(why.startswith("Stopped") for why in self.failed.values())


def patience(seconds: float) -> float:
    """The time limit of a wrong answer, in seconds, given the solution's time."""
    return min(CELL_SECONDS, max(LEAST, PATIENCE * seconds))


def try_answer(
    audited: Audited,
    answer: Answer,
    tests: Iterable[str],
    calls: tuple[Call, ...] = (),
    seed: int = 0,
    watched: bool = False,
    seconds: float = CELL_SECONDS,
) -> Verdict:
    """Run some tests of a notebook on an answer, with the author's solutions for all others.

    Parameters
    ----------
    calls : tuple of Call
        Calls to make after the tests.
    seed : int
        Seed of all random numbers, the tests' and the answer's.
    watched : bool
        Whether to record how the tests call the answer.
    seconds : float
        Limit per cell; the limit for all cells is a few times that.
    """
    tests = tuple(tests)
    cells = list(_cells(audited, answer, tests, calls, watched))
    job = CellsJob(
        cells=tuple(cells),
        imports=audited.imports,
        lab=audited.title,
        seed=seed,
        out_of_bounds=audited.out_of_bounds,
        cell_seconds=seconds,
        all_seconds=4 * seconds,
        student_seed=seed + 1,
        functions_last=True,  # as in the course's own kernel
    )
    random.seed(seed)
    np.random.seed(seed)  # noqa: NPY002 -- what tests of other courses draw from
    recording.kept()
    start = time.monotonic()
    run = run_cells(job)
    took = time.monotonic() - start
    tried = [(c, run.outcomes[c.id]) for c in cells if c.kind == "test" and c.name in tests]
    return Verdict(
        {cell.name: outcome.score for cell, outcome in tried},
        {
            cell.name: outcome.why[:MAX_WHY] or f"it gives only {wording.points(outcome.score)}"
            for cell, outcome in tried
            if outcome.why or outcome.score < cell.points
        },
        tuple(asking.replies()) if calls else (),
        took,
        tuple(recording.kept()),
    )


def ask_all(
    audited: Audited, answer: Answer, calls: tuple[Call, ...], seed: int = 0
) -> list[Reply]:
    """An answer's results for calls, including those after an endless one.

    The calls are made in portions, so that a busy machine does not mistake many calls for an
    endless one. Up to `ENDLESS` endless calls are skipped; after that, results are missing.
    """
    found: list[Reply] = []
    endless = ENDLESS
    while len(found) < len(calls) and endless:
        some = calls[len(found) : len(found) + PORTION]
        replies = try_answer(audited, answer, (), some, seed).replies
        found += replies
        if len(replies) < len(some):
            found.append(Reply(error=asking.ENDED))
            endless -= 1
    return found


def _cells(audited, answer, tests, calls, watched):
    """The cells to run, in the notebook's order."""
    exercise = audited.solution(answer.exercise)
    solutions = {part.name: part for part in audited.parts if part.kind == "solution"}
    students = _names_of_students(audited)
    number = 0

    def cell(kind, source, name="", points=0.0):
        nonlocal number
        number += 1
        return Cell(kind, number, source, name, points)

    for part in cells_for(audited, tests, answer.exercise, answer.source):
        if part.kind == "solution" and part.name == answer.exercise:
            yield cell("student", answer.source, part.name)
            if watched:
                yield cell("student", recording.watch(exercise.names))
        elif part.kind == "solution":
            yield cell("student", part.source, part.name)
        elif part.kind == "given":
            yield cell(_given_kind(part, students), part.source)
        else:
            yield cell("test", part.source, part.name, part.points)
            if watched:
                yield cell("test", recording.HARVEST)
    if answer.exercise in solutions and calls:
        yield cell("test", asking.question(list(calls)))


def _names_of_students(audited):
    """Names that solutions define, or that given cells derive from them."""
    found: set[str] = set()
    for part in audited.parts:
        names = names_of(part.source)
        if names and (part.kind == "solution" or (part.kind == "given" and names.uses & found)):
            found |= names.binds
    return found


def _given_kind(part: Part, students: set[str]) -> str:
    """The kind of a given cell: run on both sides, or as the student's if it needs a solution."""
    names = names_of(part.source)
    if part.locked or (names is not None and not names.uses & students):
        return "locked"
    return "student"

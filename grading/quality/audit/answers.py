"""Run one answer to an exercise in the engine: which tests it fails, and what it gives to calls."""

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
PATIENCE, LEAST = 15, 3  # a mutant has so many times what the solution takes, and so many seconds
ENDLESS = 3  # calls without an end that are waited for
PORTION = 60  # calls that are asked in one cell
MAX_WHY = 300


@dataclass(frozen=True)
class Answer:
    """An answer to an exercise: what is tried, and its source.

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
    """What the tests say of an answer.

    Attributes
    ----------
    scores : dict
        Points by test.
    failed : dict
        Of each test that it fails, why.
    replies : tuple of Reply
        What it gives to the calls that were asked.
    noted : tuple
        How the tests called it, where that was to be noted.
    """

    scores: dict[str, float] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    replies: tuple[Reply, ...] = ()
    seconds: float = 0.0  # by the clock
    noted: tuple = ()

    @property
    def stopped(self) -> bool:
        """Whether a test failed because its time was over."""
        return any(why.startswith("Stopped") for why in self.failed.values())


def patience(seconds: float) -> float:
    """How long a wrong answer has where the solution took so long, in seconds."""
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
    """Run some tests of a notebook on an answer, all other solutions being the author's.

    Parameters
    ----------
    calls : tuple of Call
        Asked after the tests.
    seed : int
        Of all random numbers: those of the tests and those of the answer.
    watched : bool
        Note how the tests call the answer.
    seconds : float
        Limit for a cell; for all of them, a few times that.
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
    outcomes = {c.name: run.outcomes[c.id] for c in cells if c.kind == "test" and c.name in tests}
    return Verdict(
        {name: outcome.score for name, outcome in outcomes.items()},
        {
            name: o.why[:MAX_WHY] or _lost(o)
            for name, o in outcomes.items()
            if _is_failed(o, cells, name)
        },
        tuple(asking.replies()) if calls else (),
        took,
        tuple(recording.kept()),
    )


def ask_all(
    audited: Audited, answer: Answer, calls: tuple[Call, ...], seed: int = 0
) -> list[Reply]:
    """What an answer gives to calls, also behind one that comes to no end.

    They are asked in portions: a busy machine must not take many calls for an endless one. An
    endless one costs itself alone, so many times; what is not asked then is missing.
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


def _is_failed(outcome, cells, name):
    out_of = next(cell.points for cell in cells if cell.name == name and cell.kind == "test")
    return bool(outcome.why) or outcome.score < out_of


def _lost(outcome):
    return f"it gives only {wording.points(outcome.score)}"


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
    """Names that solutions define, or that given cells make with them."""
    found: set[str] = set()
    for part in audited.parts:
        names = names_of(part.source)
        if names and (part.kind == "solution" or (part.kind == "given" and names.uses & found)):
            found |= names.binds
    return found


def _given_kind(part: Part, students: set[str]) -> str:
    """Given code runs on both sides, unless it needs a solution: then it is the student's."""
    names = names_of(part.source)
    if part.locked or (names is not None and not names.uses & students):
        return "locked"
    return "student"

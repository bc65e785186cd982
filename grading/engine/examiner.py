"""Runs the cells of one submission: the student's in the student's process, the tests here.

`grade` is a function of its inputs: it writes no file and no gradebook.
"""

import contextlib
import io
import os
import re
import secrets
import sys
import time
import warnings
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

import numpy as np

from grading.engine.limits import alarm, bounded_memory, confined, environment, is_short_of_memory
from grading.engine.model import ALL_SECONDS, CELL_SECONDS, Cell, Diagnose, Diagnosis, Outcome, Run
from grading.engine.namespace import Namespace
from grading.engine.nursery import Nursery, StudentError
from grading.engine.outcomes import failed, passed, stopped, why_and_where, with_text
from grading.engine.outputs import MAX_TEXT, Outputs
from grading.engine.recall import Recall, Talk, uses_of
from grading.engine.sandbox import Unavailable
from grading.engine.student_handle import Child

# Words that show that a cell may draw. Other cells can draw too, and load what they need.
DRAWS = re.compile("plot|plt|pylab|seaborn|explorer|network_view")


def grade(
    cells: Sequence[Cell],
    nursery: Nursery,
    seed: int,
    imports: str = "",
    cell_seconds: float = CELL_SECONDS,
    all_seconds: float = ALL_SECONDS,
    lab: str = "",
    diagnose: Diagnose | None = None,
    student_seed: int | None = None,
    recall: Recall | None = None,
    functions_last: bool = False,
) -> Run:
    """Run the cells of one submission in their order.

    Parameters
    ----------
    cells : sequence of Cell
    nursery : Nursery
    seed : int
        Seed of this run: the tests' random data come from it.
    imports : str
        Import statements of the instructor's notebook, run here when a test needs them.
    cell_seconds, all_seconds : float
        Limits for a cell and for the whole submission.
    lab : str
        The lab's name, for `diagnose`.
    diagnose : callable, optional
        Finds out why tests failed: see `grading.engine.model.Diagnose`.
    student_seed : int, optional
        Seed of the student's random generators. Students can read it; it reveals nothing of `seed`.
    recall : Recall, optional
        Remembered outcomes of these cells with this seed.
    functions_last : bool
        See `grading.engine.model.CellsJob`.

    Returns
    -------
    Run
    """
    with environment(CHECKING_SEED=str(seed), CHECKING_DIAGNOSIS="off"):
        own = secrets.randbits(32) if student_seed is None else student_seed
        end = time.monotonic() + all_seconds
        draws = any(DRAWS.search(cell.source) for cell in cells if cell.kind != "test")
        examiner = _Examiner(nursery, own, cell_seconds, end, functions_last, draws)
        examiner.foresee(cells)
        if recall is not None:
            examiner.remember(recall, cells)
        try:
            for cell in cells:
                if cell.kind == "locked":
                    examiner.names.own_names_of(cell.source)
            for line in imports.splitlines():
                examiner.names.may_import(line)
            # What the tests set, such as how NumPy warns, ends with them.
            with (
                bounded_memory(),
                confined(lambda: os.sched_getaffinity(examiner.child.pid)),
                np.errstate(),
                warnings.catch_warnings(),
            ):
                outcomes = {cell.id: examiner.run(cell) for cell in cells}
                outcomes |= examiner.try_again(cells, outcomes)
                diagnoses: dict[str, Diagnosis] = {}
                if diagnose is not None:
                    outcomes, diagnoses = examiner.explain(lab, cells, outcomes, diagnose)
        finally:
            examiner.child.end()
    return Run(outcomes, examiner.spent(), diagnoses)


ENOUGH = 2  # seconds, on a busy machine, for a test of what works


class _Examiner:
    def __init__(
        self,
        nursery: Nursery,
        seed: int,
        cell_seconds: float,
        end: float,
        functions_last: bool,
        draws: bool,
    ) -> None:
        self.nursery, self.seed = nursery, seed
        self.functions_last, self.draws = functions_last, draws
        self.cell_seconds, self.end = cell_seconds, end
        self.names = Namespace(lambda: self.child)
        # Sources of the student's cells so far; of one that was stopped, only what it defines runs.
        self.done: list[tuple[str, bool]] = []
        self.done_seconds = 0.0  # that these took
        self.hung = 0  # cells that did not end in time
        self.child = Child(nursery, seed, functions_last, draws)
        self.outputs = Outputs()
        self.seconds = {"cells": 0.0, "tests": 0.0}
        self.gone: list[Child] = []  # processes that had to be killed
        self.recall: Recall | None = None
        self.uses: dict[int, frozenset[str]] = {}  # names that a test needs, by its position
        self.users: Counter[str] = Counter()  # how many of these need a name
        self.parts: dict[int, int] = {}  # numbers of tests and given cells, by their position
        self.bound: set[str] = set()  # names that tests have bound
        self.given: list = []  # what tests have, as the last one of them has left it
        self.asked_below: dict[int, set[str]] = {}  # names that the tests below a cell use

    def foresee(self, cells: Sequence[Cell]) -> None:
        """Note the names that tests below each cell will ask for: its outputs bring them along."""
        below: set[str] = set()
        for cell in reversed(cells):
            if cell.kind != "test":
                self.asked_below[cell.id], below = below, set()
            elif "del " not in cell.source:  # what a test takes away stays known by its number
                below |= uses_of(cell.source) or set()

    def remember(self, recall: Recall, cells: Sequence[Cell]) -> None:
        """Take remembered outcomes of tests where the outcome cannot differ."""
        sources = {c.id: c.source for c in cells if c.kind != "student"}
        uses = {place: uses_of(source) for place, source in sources.items()}
        if any(uses[c.id] is None for c in cells if c.kind == "locked"):
            return
        self.recall = recall
        recall.begin()
        self.uses = {place: names for place, names in uses.items() if names is not None}
        self.users = Counter(chain.from_iterable(self.uses.values()))
        self.parts = {place: number for number, place in enumerate(sources, start=1)}

    def spent(self) -> dict[str, float]:
        """CPU seconds by stage, of this process and of the student's."""
        return {"start": sum(c.start_seconds for c in (self.child, *self.gone)), **self.seconds}

    def _cpu(self) -> float:
        children = (self.child, *self.gone)
        return time.process_time() + sum(c.cpu_seconds() - c.start_seconds for c in children)

    def run(self, cell: Cell) -> Outcome:
        before = self._cpu()
        try:
            return self._run(cell)
        finally:
            self.seconds["tests" if cell.kind == "test" else "cells"] += self._cpu() - before

    def _run(self, cell: Cell) -> Outcome:
        began = time.monotonic()
        deadline = min(self.end, began + self._seconds_for(cell))
        try:
            with alarm(deadline - time.monotonic() + 1):
                if cell.kind == "test":
                    return self._test(cell, deadline)
                outcome = self._student_cell(cell, deadline)
                if cell.kind == "locked":
                    self._locked_cell(cell, deadline)
                self.done_seconds += time.monotonic() - began
                return outcome
        except StudentError as error:  # the alarm, late
            self.child.end()
            return stopped(f"your code was stopped: {error}")
        finally:
            self.hung += time.monotonic() > deadline

    def _seconds_for(self, cell: Cell) -> float:
        """How long a cell may take: less when others have hung, so that the time of a notebook is
        not spent on the many tests of a function that never ends, before those of what works."""
        quarters = min(self.hung, 2 if cell.kind == "test" else 1)
        seconds = max(self.cell_seconds / 4**quarters, min(self.cell_seconds, ENOUGH))
        return seconds if self.child.alive else seconds + 2 * self.done_seconds

    def _locked_cell(self, cell: Cell, deadline: float) -> None:
        self.child.begin(deadline)
        self._begin_part(cell.id)
        self.given = []
        asked = self.child.questions
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            self.names.run(cell.source)
        if self.child.questions != asked:  # what the tests find given hangs on answers
            self.recall = None

    def _begin_part(self, place: int) -> None:
        if self.parts:
            self.child.begin_part(self.parts.get(place, 0))

    def try_again(
        self, cells: Sequence[Cell], outcomes: Mapping[int, Outcome]
    ) -> dict[int, Outcome]:
        """Run tests again whose solution was defined later, in another cell."""
        better = {}
        self.recall = None  # from here on, it hangs on what came before
        for cell in cells:
            outcome = outcomes[cell.id]
            if cell.kind == "test" and outcome.why.startswith("NameError"):
                self.child.end()  # what it has seen of this test is forgotten
                again = self.run(cell)
                if again.score > outcome.score:
                    better[cell.id] = again
        return better

    def explain(
        self, lab: str, cells: Sequence[Cell], outcomes: Mapping[int, Outcome], diagnose: Diagnose
    ) -> tuple[dict[int, Outcome], dict[str, Diagnosis]]:
        """Find out why tests failed; return the extended outcomes, and diagnoses by name."""
        explained, diagnoses = dict(outcomes), {}
        tests = {c.name: c.id for c in cells if c.kind == "test" and outcomes[c.id].why}
        if not tests:
            return explained, {}

        def answer(name: str, deadline: float) -> Any:
            self._forget_what_was_taken()
            self._revive(min(deadline, self.end))
            return self.child.get(name)

        self._begin_part(-1)  # of tests whose outcome was remembered nothing is known here
        before = self._cpu()
        reasons = {name: why_and_where(outcomes[place]) for name, place in tests.items()}
        with contextlib.suppress(StudentError), alarm(self.end - time.monotonic() + 1):
            for found in diagnose(lab, reasons, answer, (StudentError, Unavailable)):
                diagnoses[found.name] = found.diagnosis
                place = tests[found.test]
                explained[place] = with_text(explained[place], found.text)
        self.seconds["diagnosis"] = self._cpu() - before
        return explained, diagnoses

    def _student_cell(self, cell: Cell, deadline: float) -> Outcome:
        if time.monotonic() > self.end:
            return stopped("the time for this notebook is over")
        try:
            self._revive(deadline)
            names = self.names.not_own(self.asked_below.get(cell.id, ()))
            outputs = self.child.run(cell.source, names)
        except StudentError as error:
            self.child.end()  # the alarm may have rung in the middle of an answer
            self.done.append((cell.source, False))
            return stopped(f"this cell was stopped: {error}")
        except Unavailable:
            raise
        except Exception:  # such as an error instead of outputs
            why = self.child.end("its process sent an invalid answer")
            return stopped(f"this cell was stopped: {why}")
        self.done.append((cell.source, True))
        return Outcome(self.outputs.clean(outputs))

    def _revive(self, deadline: float) -> None:
        """If the process was killed, start a fresh one and run the student's cells so far."""
        while not self.child.alive:
            self.gone.append(self.child)
            self.child = Child(self.nursery, self.seed, self.functions_last, self.draws)
            for source, whole in list(self.done):
                self.child.begin(deadline if whole else min(deadline, time.monotonic() + 1))
                try:
                    self.child.run(source) if whole else self.child.define(source)
                except StudentError:
                    self.child.end()
                    if whole:
                        raise
                    self.done.remove((source, whole))  # what it defines never ends, or ends it
                    break
        self.child.begin(deadline)

    def _forget_what_was_taken(self) -> None:
        """End the process if a test took a student's name and did not give it back."""
        if self.names.taken:
            self.child.end()
            self.names.taken.clear()

    def _test(self, cell: Cell, deadline: float) -> Outcome:
        if time.monotonic() > self.end:
            return stopped("the time for this notebook is over")
        self.names.borrowed.clear()
        try:
            self._prepare(cell, deadline)
            if self.recall is None or cell.id not in self.uses or self.bound & self.uses[cell.id]:
                return self._watched(cell)
            recall = self.recall
            about = self.parts[cell.id], cell.source, cell.points, self.child.bounded
            key = recall.key(self.child.functions, *about)
            step, talk = recall.follow(key, self.child.channel, deadline)
            if step is not None and step.outcome is not None:
                self.child.functions = dict(step.functions)
                return step.outcome
            outcome, alone = self._listened(cell, talk)
            if talk.differs:
                recall.unsteady.add(key)
                self._prepare(cell, deadline)
                return self._asked(cell)
            if alone:
                recall.keep(key, talk, outcome, self.child.functions)
            return outcome
        except StudentError as error:
            self.child.end()
            return stopped(f"your code was stopped: {error}")

    def _prepare(self, cell: Cell, deadline: float) -> None:
        self._forget_what_was_taken()
        self._revive(deadline)
        self.child.begin(deadline, write=lambda printed: sys.stdout.write(printed))
        self._begin_part(cell.id)

    def _listened(self, cell: Cell, talk: Talk) -> tuple[Outcome, bool]:
        """Run a test while its talk is written down; and whether nothing else remains of it."""
        child, before = self.child, dict(self.names)
        child.channel.talk = talk
        try:
            outcome = self._watched(cell)
        finally:
            child.channel.talk = None
        bound = self.names.bound_since(before)
        self.bound |= bound
        own = self.uses[cell.id]
        left = self.names.taken or any(self.users[name] > (name in own) for name in bound)
        return outcome, child.alive and not left and self.recall is not None

    def _watched(self, cell: Cell) -> Outcome:
        """Run a test, and see whether all that tests have is as before.

        If not, what comes after it in this submission hangs on more than what is heard: a student
        who writes into a given array would have others' right answers remembered as wrong ones.
        """
        before = self.given or self.names.given_state()
        outcome = self._asked(cell)
        self.given = self.names.given_state()
        if is_short_of_memory() or before != self.given:
            self.recall = None
        return outcome

    def _asked(self, cell: Cell) -> Outcome:
        """Run a test."""
        text = io.StringIO()
        with (
            contextlib.redirect_stdout(text),
            contextlib.redirect_stderr(text),
            np.errstate(),  # what a test sets, such as how NumPy warns, ends with it
            warnings.catch_warnings(),
        ):
            try:
                value = self.names.evaluate(cell.source)
                value = value.item() if isinstance(value, np.generic) else value
                outcome = passed(value, cell.points)
            except StudentError as error:
                self.child.end()
                outcome = stopped(f"your code was stopped: {error}")
            except Unavailable:
                raise
            except Exception as error:
                outcome = failed(error)
            try:
                self.child.finish()
            except StudentError:  # of what the test did not wait for
                self.child.end()
        if text.getvalue():
            shown = text.getvalue()[:MAX_TEXT]
            printed = {"output_type": "stream", "name": "stdout", "text": shown}
            outcome = replace(outcome, outputs=(printed, *outcome.outputs))
        return outcome

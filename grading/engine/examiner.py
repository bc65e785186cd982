"""Grades one submission: the student's cells run over there, the tests run here.

`grade` is a function of its inputs: it writes no file and no gradebook.
"""

import ast
import base64
import binascii
import builtins
import contextlib
import io
import os
import resource
import signal
import struct
import sys
import threading
import time
import traceback
import warnings
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from grading.engine.free_names import names_in
from grading.engine.sandbox import Unavailable, address_space
from grading.engine.student_handle import Child, StudentError

CELL_SECONDS = 30
ALL_SECONDS = 120
MEMORY = 2 << 30  # bytes of address space that the tests may take: what they get is strangers'
MAX_TEXT = 20_000  # characters of an output
MAX_TEXTS = 2 << 20  # of all outputs of a notebook
MAX_OUTPUTS = 200  # of a cell
MAX_PICTURES = 30  # of a notebook
MAX_PICTURE = 2 << 20  # characters, in base64
MAX_PIXELS = 50_000_000
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


@dataclass(frozen=True)
class Cell:
    """A code cell to run.

    kind is "student" (runs over there), "locked" (given: runs on both sides) or "test" (runs
    here); id is its place in the answer; name its grade_id, if it has one.
    """

    kind: str
    id: int
    source: str
    name: str = ""
    points: float = 0


@dataclass
class Outcome:
    """What became of a cell: its outputs, in the notebook format, and of a test the score."""

    outputs: list = field(default_factory=list)
    score: float = 0
    error: str = ""  # why a test failed, in one text


def grade(
    cells,
    nursery,
    seed,
    imports="",
    cell_seconds=CELL_SECONDS,
    all_seconds=ALL_SECONDS,
    seconds=None,
    lab="",
    diagnoses=None,
):
    """Run the cells of one submission in their order.

    Parameters
    ----------
    cells : list of Cell
    nursery : Nursery
    seed : int
        Of this run: the tests' random data and the student's generators come from it.
    imports : str
        Import statements of the instructor's notebook, run here when a test needs them.
    cell_seconds, all_seconds : float
        Limits for a cell and for the whole submission.
    seconds : dict, optional
        Takes the CPU seconds of both processes: ``start``, ``cells`` and ``tests``, and
        ``diagnosis`` where tests failed.
    lab : str, optional
        The lab of the course that this is: failed tests say which mistake it is.
    diagnoses : dict, optional
        Takes what was found, by name: see `grading.diagnosis.diagnose.diagnose`.

    Returns
    -------
    dict
        For each cell's id its `Outcome`.
    """
    settings = {"CHECKING_SEED": str(seed), "CHECKING_DIAGNOSIS": "off"}
    before = {name: os.environ.get(name) for name in settings}
    os.environ.update(settings)
    examiner = _Examiner(nursery, seed, cell_seconds, time.monotonic() + all_seconds)
    for cell in cells:
        names = names_in(_as_python(cell.source)) if cell.kind == "locked" else None
        examiner.names.own |= names.binds if names else set()
    for line in imports.splitlines():
        examiner.names.may_import(line)
    try:
        # What the tests set, such as how NumPy warns, ends with them.
        with _bounded_memory(), np.errstate(), warnings.catch_warnings():
            outcomes = {cell.id: examiner.run(cell) for cell in cells}
            examiner.try_again(cells, outcomes)
            if lab and any(outcome.error for outcome in outcomes.values()):
                found = examiner.explain(lab, cells, outcomes)
                if diagnoses is not None:
                    diagnoses.update(found)
        return outcomes
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
        examiner.child.end()
        if seconds is not None:
            seconds.update(examiner.spent())


class _Names(dict):
    """The tests' names: their own, and beyond these the student's.

    What the given cells bind is never the student's, even where such a cell was moved below the
    test, or stopped half way.
    """

    def __init__(self, examiner):
        super().__init__(__name__="__main__", __builtins__=builtins)
        self.examiner = examiner
        self.own = set()
        self.borrowed = {}
        self.taken = set()
        self.imports = {}  # statements, by the name that they bind

    def may_import(self, line):
        """Run an import statement when one of its names is asked for: some load for a second."""
        names = names_in(line).binds
        self.own |= names
        for name in names:
            self.imports.setdefault(name, []).append(line)
        if not names:  # import *
            self.examiner.run_here(line)

    def _import(self, name):
        found = {}
        for line in self.imports.pop(name):
            with contextlib.suppress(Exception):  # it shows where the name is used
                exec(line, found)
        for other in found.keys() - {"__builtins__"}:
            self.setdefault(other, found[other])  # a given cell may have bound it anew

    def __missing__(self, name):
        if name in self.imports:
            self._import(name)
            if name in self:
                return self[name]
        if name in self.borrowed:
            return self.borrowed[name]
        if name in self.own or hasattr(builtins, name):
            raise KeyError(name)
        self.borrowed[name] = self.examiner.child.get(name)
        return self.borrowed[name]

    def __delitem__(self, name):
        """Take a student's name away, as tests do that ask whether one function uses another."""
        if name in self:
            super().__delitem__(name)
        else:
            self.taken.add(self.examiner.child.take(name))
            self.borrowed.pop(name, None)

    def __setitem__(self, name, value):
        if name in self.taken:
            self.examiner.child.give_back(name, value)
            self.taken.discard(name)
        else:
            super().__setitem__(name, value)


class _Examiner:
    def __init__(self, nursery, seed, cell_seconds, end):
        self.nursery, self.seed = nursery, seed
        self.cell_seconds, self.end = cell_seconds, end
        self.names = _Names(self)
        self.done = []  # sources of the student's cells so far
        self.child = Child(nursery, seed)
        self.outputs = _Outputs()
        self.seconds = {"cells": 0.0, "tests": 0.0}
        self.gone = []  # processes that had to be ended

    def spent(self):
        """CPU seconds by stage, of this process and of the student's."""
        return {"start": sum(c.start_seconds for c in (self.child, *self.gone)), **self.seconds}

    def _cpu(self):
        children = (self.child, *self.gone)
        return time.process_time() + sum(c.cpu_seconds() - c.start_seconds for c in children)

    def run(self, cell):
        before = self._cpu()
        try:
            return self._run(cell)
        finally:
            self.seconds["tests" if cell.kind == "test" else "cells"] += self._cpu() - before

    def _run(self, cell):
        deadline = min(self.end, time.monotonic() + self.cell_seconds)
        if cell.kind != "test":
            outcome = self._student_cell(cell.source, deadline)
        if cell.kind == "student":
            return outcome
        try:
            with _alarm(deadline - time.monotonic() + 1):
                if cell.kind == "test":
                    return self._test(cell, deadline)
                self._locked_cell(cell, deadline)
                return outcome
        except StudentError as error:  # the alarm, late
            self.child.end()
            return _failed(f"your code was stopped: {error}")

    def _locked_cell(self, cell, deadline):
        self.child.begin(deadline)
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            self.run_here(cell.source)

    def try_again(self, cells, outcomes):
        """Tests of names that came later than the test: a solution moved to another cell."""
        for cell in cells:
            outcome = outcomes[cell.id]
            if cell.kind == "test" and outcome.error.startswith("NameError"):
                self.child.end()  # what it has seen of this test is forgotten
                again = self.run(cell)
                if again.score > outcome.score:
                    outcomes[cell.id] = again

    def explain(self, lab, cells, outcomes):
        """Find out why tests failed, and say so in the first failed test of each name."""
        from grading.diagnosis.diagnose import explain  # nobody needs it where all is right

        def answer(name, deadline):
            if self.names.taken:  # by the last test, which did not give them back
                self.child.end()
                self.names.taken.clear()
            self._revive(min(deadline, self.end))
            return self.child.get(name)

        before = self._cpu()
        tests = [(cell.name, outcomes[cell.id]) for cell in cells if cell.kind == "test"]
        found = explain(lab, tests, answer, fatal=(StudentError, Unavailable))
        self.seconds["diagnosis"] = self._cpu() - before
        return found

    def run_here(self, source):
        """Run trusted code; what fails in it shows in the tests that need it."""
        with contextlib.suppress(Exception):
            body, last = _compiled(source)
            exec(body, self.names)
            if last is not None:
                eval(last, self.names)

    def _student_cell(self, source, deadline):
        if time.monotonic() > self.end:
            return _failed("the time for this notebook is over")
        try:
            self._revive(deadline)
            outputs = self.child.run(source)
        except StudentError as error:
            return _failed(f"this cell was stopped: {error}")
        except Unavailable:
            raise
        except Exception:  # such as an error where there should be outputs
            return _failed(
                f"this cell was stopped: {self.child.end('its process answers nonsense')}"
            )
        self.done.append(source)
        return Outcome(outputs=self.outputs.clean(outputs))

    def _revive(self, deadline):
        """If the process had to be ended: a fresh one, with the student's cells so far."""
        if not self.child.alive:
            self.gone.append(self.child)
            self.child = Child(self.nursery, self.seed)
            self.child.begin(deadline)
            for source in self.done:
                self.child.run(source)
        self.child.begin(deadline)

    def _test(self, cell, deadline):
        if time.monotonic() > self.end:
            return _failed("the time for this notebook is over")
        self.names.borrowed.clear()
        text = io.StringIO()
        result = None
        try:
            if self.names.taken:  # by the last test, which did not give them back
                self.child.end()
                self.names.taken.clear()
            self._revive(deadline)
            self.child.begin(deadline, write=lambda printed: sys.stdout.write(printed))
            with contextlib.redirect_stdout(text), contextlib.redirect_stderr(text):
                result = self._execute(cell.source)
                result = result.item() if isinstance(result, np.generic) else result
            score = cell.points if result is None else _partial(result, cell.points)
            data = {"text/plain": repr(result)[:MAX_TEXT]}
        except StudentError as error:
            self.child.end()
            outcome = _failed(f"your code was stopped: {error}")
        except Unavailable:
            raise
        except Exception as error:
            outcome = _failed(error)
        else:
            outcome = Outcome(score=score)
            if result is not None:
                outcome.outputs.append(
                    {
                        "output_type": "execute_result",
                        "data": data,
                        "metadata": {},
                        "execution_count": None,
                    }
                )
        if text.getvalue():
            shown = text.getvalue()[:MAX_TEXT]
            outcome.outputs.insert(0, {"output_type": "stream", "name": "stdout", "text": shown})
        return outcome

    def _execute(self, source):
        """Run a test cell; returns the value of its last line, if that is an expression."""
        body, last = _compiled(source)
        exec(body, self.names)
        return None if last is None else eval(last, self.names)


@lru_cache(maxsize=1024)  # the same for a whole class
def _compiled(source):
    tree = ast.parse(_as_python(source))
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    body = compile(tree, "<test>", "exec")
    return body, last and compile(ast.Expression(last.value), "<test>", "eval")


def _failed(error):
    """The outcome of a cell that failed: the message as the student shall read it."""
    if isinstance(error, str):
        name, text, trace = "Stopped", error, []
    else:
        name, text = type(error).__name__, str(error)[:MAX_TEXT]
        lines = traceback.extract_tb(error.__traceback__)
        trace = [f"in the test, line {f.lineno}" for f in lines if f.filename == "<test>"][:1]
        trace += [f"in your code, {line}" for line in getattr(error, "student_trace", [])]
    output = {
        "output_type": "error",
        "ename": name,
        "evalue": text,
        "traceback": [*trace, f"{name}: {text}" if text else name],
    }
    return Outcome(outputs=[output], error=f"{name}: {text}" if text else name)


def _partial(result, points):
    """Score of a test cell that ends in a value: a number is partial credit, as in nbgrader."""
    try:
        score = float(repr(result))
    except (ValueError, TypeError):
        return points
    if not 0 <= score <= points:
        raise ValueError(f"the test gives {score:g} points of {points:g}: tell your instructor")
    return score


class _Outputs:
    """Keeps of a student's outputs what cannot do harm: text and PNG, not too much of them."""

    def __init__(self):
        self.room, self.pictures = MAX_TEXTS, MAX_PICTURES

    def clean(self, outputs):
        """Outputs of a cell in the notebook format; what is not in that format is left out."""
        kept = []
        for output in outputs[:MAX_OUTPUTS]:
            with contextlib.suppress(TypeError, ValueError, AttributeError, KeyError):
                kept.append(self._clean(output))
        return kept

    def _clean(self, output):
        kind = output["output_type"]
        if kind == "stream":
            return {"output_type": kind, "name": "stdout", "text": self._text(output["text"])}
        if kind == "error":
            return {
                "output_type": kind,
                "ename": self._text(output["ename"]),
                "evalue": self._text(output["evalue"]),
                "traceback": [self._text(line) for line in output["traceback"][:20]],
            }
        if kind not in ("display_data", "execute_result"):
            raise ValueError(kind)
        data = {"text/plain": self._text(output["data"].get("text/plain", ""))}
        picture = output["data"].get("image/png")
        if self.pictures and _is_png(picture):
            self.pictures -= 1
            data["image/png"] = picture
        shown = {"output_type": kind, "data": data, "metadata": {}}
        return shown | ({"execution_count": None} if kind == "execute_result" else {})

    def _text(self, text):
        text = str(text)[: min(self.room, MAX_TEXT)]
        self.room -= len(text)
        return text


def _is_png(text):
    if not isinstance(text, str) or len(text) > MAX_PICTURE:
        return False
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return False
    if not data.startswith(PNG) or len(data) < 24:
        return False
    width, height = struct.unpack(">II", data[16:24])
    return width * height <= MAX_PIXELS


@contextlib.contextmanager
def _alarm(seconds):
    """Stop a test that does not end by itself: what it counts to may be the student's number."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread hears signals
        return

    def stop(*_):
        raise StudentError("no answer in time")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, max(seconds, 0.1), 1)  # and again, if it was not heard
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextlib.contextmanager
def _bounded_memory():
    """Let tests run out of memory by an error of theirs, rather than the whole machine."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    limits = [limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min([*limits, address_space() + MEMORY]), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _as_python(source):
    """A cell as plain Python: lines with % and ! as IPython reads them."""
    try:
        ast.parse(source)
    except (SyntaxError, ValueError):
        return _transformer().transform_cell(source)
    return source


@lru_cache(maxsize=1)
def _transformer():
    from IPython.core.inputtransformer2 import TransformerManager  # a third of a second

    return TransformerManager()

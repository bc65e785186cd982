"""What went wrong in an answer with a failed test: the mistakes, and the smallest failing case.

Works on whatever stands for the student's function, the examiner's proxy above all. What is right
comes from the lab's own solutions, which run here and nowhere else. Nothing here goes by the clock:
the same answer gets the same words on a busy machine.
"""

import contextlib
import io
import time
import warnings
from dataclasses import replace
from functools import cache
from importlib import import_module

import numpy as np

from grading.diagnosis.cases import shown_case
from grading.diagnosis.search import smallest
from grading.engine.model import WHEN, Diagnosis, Explanation
from grading.labfile import defining_cells, example_functions, name_tested
from lib import diagnosis
from lib.diagnosis import Named, Unfinished
from lib.diagnosis_asking import code_of_text
from lib.probes import MODULES, probes_of

SECONDS = 20.0  # after which code does not come to an end
NOTHING_TO_ASK = ("Stopped", "not graded")
OUT_OF_BOUNDS = "is out of bounds in this lab"


# --- what is right -----------------------------------------------------------------------------


@cache
def own_names(lab):
    """The names of a lab as its own cells define them, those given and of examples included."""
    names = {"__name__": "__main__"}
    with quiet():
        for _, _, source in defining_cells(lab):
            exec(compile(source, f"<{lab}>", "exec"), names)
        own = dict(names)
        exec(compile(example_functions(lab), f"<examples of {lab}>", "exec"), names)
        names.update(own)
    return names


@cache
def graded_names(lab):
    """Names that students define in a lab."""
    return [name for kind, name, _ in defining_cells(lab) if kind == "solution"]


@contextlib.contextmanager
def quiet():
    """No output, no warnings."""
    with (
        warnings.catch_warnings(),
        np.errstate(all="ignore"),
        contextlib.redirect_stdout(io.StringIO()),
    ):
        warnings.simplefilter("ignore")
        yield


# --- the diagnosis -----------------------------------------------------------------------------


def diagnose(lab, name, subject, fatal=(), seen=None):
    """Say what is wrong with an answer.

    Parameters
    ----------
    lab, name : str
    subject : callable
        The student's function or class, or what stands for it.
    fatal : tuple of exception types
        After these `subject` cannot be asked any more.
    seen : exception, optional
        What the student sees of it: its cause is said first.

    Returns
    -------
    Diagnosis or None
        None where nothing can be said.
    """
    with quiet():
        try:
            right = own_names(lab)[name]
            found = diagnosis.diagnose(name, subject, fatal, seen)
            if found is not None:
                probe = probes_of(name)[found.place]
            else:
                probe = smallest(name, subject, right, own_names(lab), fatal)
            case = probe and shown_case(name, probe, subject, right, fatal)
        except (Unfinished, *fatal):
            return None
    named = [
        Diagnosis(n.slip, n.alike, n.idea, n.hint, kind=n.kind)
        for n in (found.named if found is not None else ())
    ]
    if case is None and found is None:
        return None
    first, *others = named or [Diagnosis()]
    whole = bool(named) and found.whole
    said = replace(first, case=case, also=tuple(others), whole=whole)
    if found is None:  # found by a search: the case is what can be told of it
        return replace(said, behaviour=code_of_text(f"{case.call}{case.got}"))
    return replace(said, behaviour=found.behaviour, where=found.where)


def _seen(why):
    """The exception of the student's code by which a test failed, from its text; or None."""
    text, *trace = why.split("\nin your code, ")
    kind, _, said = text.partition(": ")
    if not kind.isidentifier() or kind == "AssertionError":
        return None
    error = type(kind, (Exception,), {})(said)
    error.student_trace = trace
    return error


def as_text(found):
    """What is said of a diagnosis under a failed test."""
    named = [found, *found.also] if found.slip else []
    texts = [Named(n.kind, n.slip, n.alike, n.idea, n.hint) for n in named]
    lines = [diagnosis.as_text(texts)] if texts else []
    if found.where and not named:
        lines.append(found.where)
    if found.case is None and named and found.where and not found.whole:
        lines.append(f"Not explained by that: {found.where[0].lower()}{found.where[1:]}")
    if found.case is not None and not found.whole:
        other = "The smallest case that was found to fail"
        if named and not any(n.slip.startswith(WHEN) for n in named):  # which may be about it
            other = "Not explained by that"
        lines += [f"{other}:", found.case.call]
        lines += [f"expected: {found.case.expected}", f"got: {found.case.got}"]
    return "\n".join(lines)


def explain(lab, failed, answer, fatal):
    """Diagnose the names of a submission whose tests failed: the engine's `Diagnose`.

    Parameters
    ----------
    lab : str
        Nothing is known of labs without probes.
    failed : dict
        Why each failed test failed, by its name and in the notebook's order; below it the lines of
        the student's code that an exception came through.
    answer : callable
        Takes a name and until when it is needed; returns the student's function or class.
    fatal : tuple of exception types
        What the functions raise when they cannot be asked any more.

    Yields
    ------
    Explanation
        One for each name of which something can be said, in its first failed test.
    """
    if lab not in MODULES:
        return
    import_module(f"lib.probes.{lab}")  # else those of other labs are loaded, to find a name
    names, tests_of = graded_names(lab), {}
    for test in failed:
        if name := name_tested(test, names):
            tests_of.setdefault(name, []).append(test)
    for name, tests in tests_of.items():
        # What did not end would not end again, and what is out of bounds has been said.
        reasons = [failed[test] for test in tests]
        if any(why.startswith(NOTHING_TO_ASK) or OUT_OF_BOUNDS in why for why in reasons):
            continue
        try:
            subject = answer(name, time.monotonic() + SECONDS)
            # Something else that has taken its name: the check has said so.
            seen = _seen(reasons[0])
            found = diagnose(lab, name, subject, fatal, seen) if callable(subject) else None
        except Exception:  # it is not there, or odd in a way that nobody has thought of
            continue
        if found is not None:
            yield Explanation(name, tests[0], as_text(found), found)

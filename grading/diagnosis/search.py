"""Search for a small failing case where all probes are answered rightly; bounded by counts.

Hypothesis makes cases of `grading.diagnosis.strategies` and then smaller ones.
"""

import contextlib
import random

import numpy as np

from grading.diagnosis.cases import same
from lib.diagnosis_asking import Unfinished, ask_one, is_exact, tolerance

EXAMPLES, TRIES = 50, 90


class _Enough(BaseException):
    """Ends a search; Hypothesis takes any Exception for a failing case."""


def smallest(name, subject, right, names, fatal=()):
    """The smallest case found whose answer is wrong, as a probe, or None.

    Parameters
    ----------
    name : str
    subject, right : callable
        The student's, and the lab's own.
    names : dict
        All of the lab's own solutions.
    fatal : tuple of exception types
        Raised on.
    """
    failing, tries = [], 0

    def fails(probe):
        nonlocal tries
        tries += 1
        if tries > TRIES:
            raise _Enough
        expected = ask_one(name, probe, right)
        try:
            got = ask_one(name, probe, subject, [answer.form for answer in expected], fatal)
        except (Unfinished, *fatal):
            raise _Enough from None
        rtol, pairs = tolerance(probe), zip(got, expected, probe.steps, strict=False)
        wrong = not all(same(a, b, rtol, is_exact(name, step)) for a, b, step in pairs)
        if wrong:
            failing.append(probe)
        return wrong

    _search(name, names, fails)
    return min(failing, key=_size, default=None)


def _search(name, names, fails):
    from unittest import mock  # it brings asyncio

    from hypothesis import HealthCheck, Phase, find, settings
    from hypothesis.internal.conjecture import providers

    from grading.diagnosis.strategies import cases

    strategy = cases(name, names)
    if strategy is None:
        return
    options = settings(
        max_examples=EXAMPLES,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    # Else it collects numbers from the sources of all modules that happen to be loaded, and
    # notes them in a folder: the same submission shall give the same case everywhere.
    nothing = {"return_value": providers.Constants()}
    # Only the search itself may come to nothing: a Hypothesis without that function is an error.
    with (
        mock.patch.object(providers, "_get_local_constants", **nothing),
        contextlib.suppress(_Enough, Exception),  # nothing found, or something that varies
    ):
        find(strategy, fails, settings=options, random=random.Random(0))


def _size(probe):
    """The smaller, the easier to work out by hand: calls, numbers, and how simple these are."""
    values = [v for step in probe.steps for v in (*step.args, *step.options.values())]
    arrays = [np.asarray(getattr(v, "array", v)) for v in values if not callable(v)]
    arrays = [a for a in arrays if a.dtype.kind in "iuf"]
    return (
        len(probe.steps),
        sum(a.size for a in arrays),
        sum(a.dtype != np.float64 for a in arrays),
        sum(float(np.abs(a).sum()) for a in arrays),
    )

"""Is a test fair? If nobody passes it, run it on the lab's own solution.

A mistake in a lab costs the whole class points, and looks like a hard exercise.
"""

from collections.abc import Callable, Sequence

from grading.engine.model import Result


def failed_by_its_own(suspects: Sequence[str], grade_own: Callable[[], Result]) -> dict[str, str]:
    """Tests that several submissions, without exception, and the lab's own solution fail.

    Parameters
    ----------
    suspects : sequence of str
        Tests that nobody passes. A single submission says nothing about the lab.
    grade_own : callable
        Grades the lab's own solution; called only if there is such a test.

    Returns
    -------
    dict
        Why the lab's own solution fails, by the test's name.
    """
    if not suspects:
        return {}
    own = grade_own()
    if not any(own.answered.values()):
        return {}  # the lab has no solution, or it is kept elsewhere
    tests = {name: own.tests[name] for name in suspects}
    return {name: test.why for name, test in tests.items() if test.score < test.out_of}

"""Is a test fair? If nobody passes it, run it on the lab's own solution.

A mistake in a lab costs the whole class points, and looks like a hard exercise.
"""

from collections.abc import Callable, Sequence

from grading.engine.model import Result


def failed_by_its_own(graded: Sequence[Result], grade_own: Callable[[], Result]) -> dict[str, str]:
    """Tests that several submissions, without exception, and the lab's own solution fail.

    Parameters
    ----------
    graded : sequence of Result
        Results of one run. A single one says nothing about the lab.
    grade_own : callable
        Grades the lab's own solution; called only if there is a test that nobody passes.

    Returns
    -------
    dict
        Why the lab's own solution fails, by the test's name.
    """
    if len(graded) < 2:
        return {}
    suspects = [
        name
        for name in graded[0].tests
        if not any(result.tests[name].score == result.tests[name].out_of for result in graded)
    ]
    if not suspects:
        return {}
    own = grade_own()
    if not any(own.answered.values()):
        return {}  # the lab has no solution, or it is kept elsewhere
    tests = {name: own.tests[name] for name in suspects}
    return {name: test.why for name, test in tests.items() if test.score < test.out_of}

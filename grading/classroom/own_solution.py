"""Is a test fair? One that nobody passes is tried on the lab's own solution.

A slip in a lab takes points from a whole class, and looks like a hard exercise.
"""

from collections.abc import Callable, Sequence

from grading.engine.model import Result


def failed_by_its_own(graded: Sequence[Result], grade_own: Callable[[], Result]) -> dict[str, str]:
    """Tests that take points from each of several submissions, and from the lab's own solution.

    Parameters
    ----------
    graded : sequence of Result
        Of one lab and run. A single one says nothing about the lab.
    grade_own : callable
        Grades the lab's own solution; asked only where there is a test that nobody passes.

    Returns
    -------
    dict
        By the test's name why the lab's own solution fails.
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
        return {}  # the lab has none, or it is kept elsewhere
    tests = {name: own.tests[name] for name in suspects}
    return {name: test.why for name, test in tests.items() if test.score < test.out_of}

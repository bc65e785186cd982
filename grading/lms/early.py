"""What a student may read before the due date: visible checks, points, names of ideas.

No message of a hidden test is shown: the student's own code may have chosen its words.
"""

import json
import re
from dataclasses import dataclass

from grading.engine.model import Diagnosis, Result
from grading.labfile import mark_of, name_tested
from grading.pages.failures import failure_of
from lib.diagnosis import lead

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True)
class Verdict:
    """The result of a test: its points, and what may be said about it.

    idea is the known mistake behind a wrong answer; later is shown only after the due date: the
    hint and the smallest case that fails.
    """

    name: str
    exercise: str
    score: float
    out_of: float
    message: str = ""
    hidden: bool = False
    idea: str = ""
    later: str = ""


def verdicts(result: Result) -> list[Verdict]:
    """What the student may read about each test of a `Result`, in the notebook's order."""
    cells = json.loads(result.notebook)["cells"]
    by_name = {mark_of(cell).name: cell for cell in cells}
    answers = list(result.answered)
    explained, found = set(), []
    for name, test in result.tests.items():
        exercise = name_tested(name, answers) or name
        failed = test.score < test.out_of
        failure = failure_of(by_name.get(name, {})) if failed else None
        diagnosis = result.diagnoses.get(exercise) if failed and exercise not in explained else None
        if diagnosis:
            explained.add(exercise)
        found.append(
            Verdict(
                name,
                exercise,
                test.score,
                test.out_of,
                plain(failure.message) if failure and not failure.hidden else "",
                bool(failure and failure.hidden),
                plain(lead(diagnosis)) if diagnosis and diagnosis.idea else "",
                plain(_later(diagnosis)) if diagnosis else "",
            )
        )
    return found


def _later(diagnosis: Diagnosis) -> str:
    parts = [diagnosis.hint]
    if diagnosis.case:
        case = diagnosis.case
        parts += [case.call, f"expected: {case.expected}", f"got: {case.got}"]
    return "\n".join(part for part in parts if part)


def plain(text: object) -> str:
    """A stranger's text without control characters."""
    return CONTROL.sub("", str(text)).encode("utf-8", "replace").decode()[:20_000]


def waiting(result: Result) -> list[str]:
    """Names of the written answers to be graded by hand."""
    tested = {name_tested(name, list(result.answered)) for name in result.tests}
    return [name for name in result.answered if name not in tested and result.answered[name]]

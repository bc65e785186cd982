"""What a student may read before the due date: visible checks, points, names of ideas.

What a hidden part of a test said stands nowhere here: a student's own code may have a say in it.
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
    """What became of a test: its points, and what may be said of it.

    idea says the known mistake behind a wrong answer; later is what is said after the due date
    only: the hint, and the smallest case that goes wrong.
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
    """Say of each test of a `Result` what its student may read, in the notebook's order."""
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
    """A stranger's text without what steers a terminal or a page's reader."""
    return CONTROL.sub("", str(text)).encode("utf-8", "replace").decode()[:20_000]


def waiting(result: Result) -> list[str]:
    """Names of the written answers that a person grades."""
    tested = {name_tested(name, list(result.answered)) for name in result.tests}
    return [name for name in result.answered if name not in tested and result.answered[name]]

"""Read a class's gradebook: who got how many points for what."""

from dataclasses import dataclass

from grading.paths import COURSE
from grading.records.nbgrader import nbgrader_api


@dataclass(frozen=True)
class Score:
    """One student's result in one lab. Written answers count once they are graded by hand."""

    student: str
    lab: str
    points: float
    out_of: float
    written: float  # points of written answers still to be graded by hand
    failed: tuple  # names of the tests that did not give full points


def scores(lab, course=COURSE, db=None):
    """Scores of all who handed in `lab`, by name."""
    with nbgrader_api(course, db).gradebook as gradebook:
        found = []
        for submission in gradebook.assignment_submissions(lab):
            grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
            tests = [grade for grade in grades if grade.cell.cell_type == "code"]
            by_hand = [g for g in grades if g.cell.cell_type != "code" and g.needs_manual_grade]
            failed = [g.name for g in tests if (g.auto_score or 0) < g.max_score]
            found.append(
                Score(
                    student=submission.student.id,
                    lab=lab,
                    points=sum(g.auto_score or 0 for g in tests),
                    out_of=sum(g.max_score for g in tests),
                    written=sum(g.max_score for g in by_hand),
                    failed=tuple(sorted(failed)),
                )
            )
    return sorted(found, key=lambda score: score.student)

"""Explain a submission's points, and grade it again to check them."""

from dataclasses import replace

from sqlalchemy import select

from grading import wording
from grading.classroom.processes import grade_one
from grading.engine.model import Job
from grading.labfile import name_tested, out_of_bounds
from grading.paths import COURSE, ClassError
from grading.records.instructor import instructors_notebook
from grading.records.nbgrader import nbgrader_api
from grading.records.results import current_versions, made_grades, read_result
from grading.records.submissions import find_submissions, read_files, wanted
from grading.records.tables import opened
from grading.records.version import ENGINE
from grading.records.write import STUDENTS
from grading.terminal import printable_lines
from lib.diagnosis import lead
from lib.diagnosis_known import BANK


def explain(lab, student, course=COURSE, db=None, trusted=False):
    """Grade a submission again with the seed of its grade.

    Returns
    -------
    tuple
        The `Result` on record, the new one, and which of "submission", "tests" and "engine" have
        changed since.
    """
    api = nbgrader_api(course, db)
    teacher = instructors_notebook(api, lab)
    with opened(api) as gradebook:
        found, _ = find_submissions(course, lab, gradebook.db.scalars(select(STUDENTS.c.id)))
        (student,) = wanted(found, [student], lab)
        made = made_grades(gradebook.db, lab, course, [student]).get(student)
    noted = read_result(course, lab, student)
    if noted is None or made is None:
        raise ClassError(
            f"{student} has no current grade for {lab} from `python -m grading autograde {lab}`: "
            f"run it with --force."
        )
    files = read_files(found[student])
    others = made.why_stale(current_versions(lab, files, teacher, ENGINE))
    job = Job(
        lab, student, files, teacher, noted.seed, out_of_bounds(lab), trusted,
        student_seed=noted.student_seed,
    )  # fmt: skip
    return noted, grade_one(job), others


def explained(noted, again, others):
    """What `explain` returns, as text for a terminal."""
    lines = [
        f"{noted.student}, {noted.lab}: {noted.points:g} of {wording.points(noted.out_of)}",
        "",
    ]
    lines += [f"Note: {remark}" for remark in noted.remarks]
    for test, given in noted.tests.items():
        points = f"{given.score:g}/{given.out_of:g}"
        lines += [f"{points:>7}  {test}", *_indented(given.why)]
        for name, found in noted.diagnoses.items():
            if test == _last_that_fails(noted, name):
                lines += _indented(_diagnosis(name, found, given.why))
    lines += ["", f"Graded with seed {noted.seed}. {_verdict(noted, again, others)}"]
    return printable_lines("\n".join(lines))


def _last_that_fails(noted, name):
    """The last failed test about a name."""
    names = {*noted.answered, *noted.diagnoses}
    failing = [test for test, given in noted.tests.items() if given.score < given.out_of]
    return next((t for t in reversed(failing) if name_tested(t, names) == name), None)


def _diagnosis(name, found, error):
    """The diagnosis of a wrong answer, as far as the test's message does not give it."""
    lines = [f"About {name}:"]
    case = found.case
    if case:
        lines.append("  the smallest case that fails")
        for label in ("call", "expected", "got"):
            first, *more = getattr(case, label).splitlines() or [""]
            lines += [f"    {label:10}{first}", *(f"{'':14}{line}" for line in more)]
    if found.idea and found.idea not in error:
        said = lead(replace(found, alike=()))  # the alike ones follow
        lines.append(f"  {said.replace('This is', 'this is', 1)}")
    if found.slip and found.kind in ("", BANK):
        alike = ", ".join([found.slip, *found.alike])
        lines.append(f"  in the bank: {alike.replace('_', ' ')}")
    if found.hint and found.hint not in error:
        lines.append(f"  hint: {found.hint}")
    return "\n".join(lines)


def _verdict(noted, again, others):
    changed = f" since then ({', '.join(others)} changed)" if others else ""
    if same_points(noted, again):
        return f"Graded again{changed}: the same points."
    now = "; ".join(
        f"{test}: {again.tests[test].score:g}" if test in again.tests else f"{test}: gone"
        for test, given in noted.tests.items()
        if test not in again.tests or again.tests[test].score != given.score
    )
    return f"Graded again{changed}: DIFFERENT points ({now})."


def same_points(noted, again):
    """Whether two results give every test the same points."""
    then, now = ({name: t.score for name, t in r.tests.items()} for r in (noted, again))
    return then == now


def _indented(text):
    return [f"{'':9}{line}" for line in text.splitlines()]

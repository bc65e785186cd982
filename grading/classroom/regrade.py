"""Say why a submission got its points, and grade it again to see that they are right."""

from grading.classroom.autograde import (
    current_versions,
    instructors_notebook,
    points,
    read_files,
    read_note,
    read_result,
)
from grading.engine.worker import Job, close_nurseries, grade_submission
from grading.labfile import out_of_bounds
from grading.paths import COURSE, ClassError
from grading.records.nbgrader import nbgrader_api


def explain(lab, student, course=COURSE, db=None, trusted=False):
    """Grade a submission again with the seed that its grade was made with.

    Returns
    -------
    tuple
        The `Result` as it was noted, the one that comes out now, and which of "submission",
        "tests" and "engine" are others by now.
    """
    noted = read_result(course, lab, student)
    if noted is None:
        raise ClassError(
            f"{student} has no grade for {lab} that `python -m grading autograde {lab}` made."
        )
    folder = course / "submitted" / student / lab
    if not folder.is_dir():
        raise ClassError(f"There is no submission to {lab} of {student} any more.")
    teacher = instructors_notebook(nbgrader_api(course, db), lab)
    then, now = read_note(course, lab, student)["versions"], current_versions(folder, teacher)
    job = Job(lab, student, read_files(folder), teacher, noted.seed, out_of_bounds(lab), trusted)
    try:
        return noted, grade_submission(job), [name for name in now if now[name] != then[name]]
    finally:
        close_nurseries()


def explained(noted, again, others):
    """What `explain` returns, as text for a terminal."""
    out_of = sum(most for _, most, _ in noted.tests.values())
    lines = [f"{noted.student}, {noted.lab}: {points(noted):g} of {out_of:g} points", ""]
    lines += [f"Note: {remark}" for remark in noted.remarks]
    for test, (score, most, error) in noted.tests.items():
        lines += [f"{f'{score:g}/{most:g}':>7}  {test}", *_indented(error, 9)]
        for name, found in noted.diagnoses.items():
            if test == _last_that_fails(noted, name):
                lines += _indented(_diagnosis(name, found, error), 9)
    lines += ["", f"Graded with seed {noted.seed}. {_verdict(noted, again, others)}"]
    return plain("\n".join(lines))


def _last_that_fails(noted, name):
    """The last test about a name, `test_<name>` or `test_<name>_...`, that took points."""
    failing = [test for test, (score, most, _) in noted.tests.items() if score < most]
    about = [test for test in failing if f"{test}_".startswith((f"test_{name}_", f"{name}_"))]
    return about[-1] if about else None


def _diagnosis(name, found, error):
    """What a wrong answer comes from, as far as the test's own message has not said so."""
    lines = [f"About {name}:"]
    case = found.get("case")
    if case:
        lines.append("  the smallest case that fails")
        for label, key in (("call", "call"), ("expected", "expected"), ("got", "got")):
            first, *more = str(case.get(key, "")).splitlines() or [""]
            lines += [f"    {label:10}{first}", *(f"{'':14}{line}" for line in more)]
    known = found.get("idea") or ""
    if known and known not in error:
        lines.append(f'  this is what you get when you think: "{known}"')
    if found.get("slip"):
        alike = ", ".join([found["slip"], *(found.get("alike") or ())])
        lines.append(f"  in the bank: {alike.replace('_', ' ')}")
    if found.get("hint") and found["hint"] not in error:
        lines.append(f"  hint: {found['hint']}")
    return "\n".join(lines)


def _verdict(noted, again, others):
    changed = f" since then ({', '.join(others)} changed)" if others else ""
    if same_points(noted, again):
        return f"Graded again{changed}: the same points."
    now = "; ".join(
        f"{test}: {again.tests[test][0]:g}" if test in again.tests else f"{test}: gone"
        for test, (score, _, _) in noted.tests.items()
        if again.tests.get(test, (None,))[0] != score
    )
    return f"Graded again{changed}: OTHER points ({now})."


def same_points(noted, again):
    """Whether two results give each test the same."""
    return {k: v[0] for k, v in noted.tests.items()} == {k: v[0] for k, v in again.tests.items()}


def _indented(text, by):
    return [f"{'':{by}}{line}" for line in text.splitlines()]


def plain(text):
    """Text of strangers for a terminal: what would steer it (colours, cursor) is spelt out."""
    return "".join(c if c.isprintable() or c == "\n" else ascii(c)[1:-1] for c in text)

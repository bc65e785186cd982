"""Grading by hand: results as the engine makes them, without running anybody's code.

An answer is right where it contains the word RIGHT. Reading, planning, gradebook and files are the
real ones, so that hundreds of runs take seconds.
"""

import nbformat
from tiny import LAB, TEXT

from grading.authoring.release import release_notebooks
from grading.authoring.source import source_notebook
from grading.classroom.autograde import autograde
from grading.engine.model import Result, TestResult
from grading.engine.plan import make_plan
from grading.engine.worker import answered
from grading.labfile import name_tested
from grading.records.nbgrader import nbgrader_api


def grade_by_hand(job, *_):
    """What `grade_submission` would give, were an answer right by what it says."""
    teacher = nbformat.reads(job.teacher, as_version=4)
    plan = make_plan(job.files, job.lab, teacher)
    marks = [(c.metadata.get("nbgrader", {}), c) for c in plan.notebook.cells]
    right = {m["grade_id"] for m, c in marks if m.get("solution") and "RIGHT" in c.source}
    tests = {}
    for cell in plan.cells:
        if cell.kind == "test":
            good = name_tested(cell.name, right) is not None
            why = "" if good else "AssertionError: wrong"
            tests[cell.name] = TestResult(cell.points if good else 0.0, cell.points, why)
    found = answered(plan.notebook, teacher)
    text = nbformat.writes(plan.notebook)
    return Result(job.lab, job.student, job.seed, text, tests, found, tuple(plan.remarks))


def grade(course, **more):
    """`autograde` with results made by hand; needs the fixture `by_hand`."""
    return autograde(LAB, course=course, jobs=1, **more)


def release(course, text=TEXT, yes=False, lab=LAB):
    """Release a lab to a class, given as text, by our own verb."""
    (course / "labs").mkdir(parents=True, exist_ok=True)
    (course / "labs" / f"{lab}.py").write_text(text)
    source = source_notebook(lab, course / "labs")
    said = []
    release_notebooks({lab: source}, course, course / "notebooks", say=said.append, yes=yes)
    return said


def give(course, student, cell, points=None, extra=None, comment=None, db=None):
    """What formgrader's page saves when a person grades."""
    with nbgrader_api(course, db).gradebook as gradebook:
        grade = gradebook.find_grade(cell, LAB, LAB, student)
        grade.manual_score, grade.extra_credit = points, extra
        grade.needs_manual_grade = points is None and grade.auto_score is None
        if comment is not None:
            gradebook.find_comment(cell, LAB, LAB, student).manual_comment = comment
        gradebook.db.commit()


def views(course, db=None):
    """Each student's total in every view that there is: they must be the same."""
    import csv
    import io
    import re

    from grading.pages.feedback import page
    from grading.pages.report import csv_of
    from grading.records.export import export_rows
    from grading.records.points import read_lab, read_works, scores

    found = [{score.student: score.points for score in scores(LAB, course, db)}]
    api = nbgrader_api(course, db)
    about, works = read_lab(api, LAB), read_works(api, LAB)
    pages = {work.student: page(about, work, {"cells": []}) for work in works}
    total = re.compile(r"<strong>([\d.]+) of ([\d.]+) points</strong>")
    found.append({student: float(total.search(text)[1]) for student, text in pages.items()})
    rows = csv.DictReader(io.StringIO(csv_of(about, works)))
    found.append({row["student"]: float(row["total"]) for row in rows})
    there = {work.student for work in works}
    exported = {row["student_id"]: row["score"] for row in export_rows(api, course)}
    found.append({student: exported[student] for student in there})
    listed = {row["student"]: row["score"] for row in api.get_submissions(LAB) if row["autograded"]}
    newer = {row["student"] for row in api.get_submissions(LAB) if not row["autograded"]}
    listed |= {student: found[0][student] for student in newer & there}  # only "to be graded"
    found.append({student: listed[student] for student in there if student in listed})
    return found

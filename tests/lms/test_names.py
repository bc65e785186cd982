"""No name whatever takes one student's work to another."""

import hashlib
import json
import tempfile
from pathlib import Path
from unicodedata import normalize

import archives
import tiny
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from thorough import examples

from grading.lms.collect import collect
from grading.lms.roster import read_roster
from grading.lms.text import as_id, composed, problem_with_id
from grading.records.spreadsheet import defused

NOTEBOOK = None
LETTERS = st.text(min_size=1, max_size=12)
ALIKE = st.text(alphabet="aAáàa\u0301_- '1.", min_size=1, max_size=6)  # names that nearly agree
NAMES = st.one_of(LETTERS, ALIKE)
LAYOUTS = ["canvas", "moodle", "brightspace", "plain"]
USER = st.text(alphabet="ab_1.", min_size=1, max_size=5).filter(
    lambda name: not problem_with_id(name)
)
USERS = st.lists(USER, min_size=1, unique=True)
CLASSES = st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=6)
MANY = settings(
    deadline=None,
    max_examples=examples(60),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
STUB = {
    "cells": [
        {
            "cell_type": "code",
            "metadata": {"nbgrader": {"grade_id": name}},
            "source": "raise NotImplementedError",
        }
        for name in ("double", "mean", "spread")
    ]
}


def work(who):
    notebook = json.loads(json.dumps(STUB))
    notebook["cells"][0]["source"] = f"def double(x): return 2 * x  # <{who}>"
    return notebook


def a_class(folder):
    """A class in which nothing but the release is there; its gradebook is not looked at."""
    archives.make_folder(folder, {"release/tiny/tiny.ipynb": STUB})
    return folder


def pupils_of(names):
    return [
        archives.Pupil(
            f"id{number}", composed(first) or "x", composed(last) or "y", str(900 + number)
        )
        for number, (first, last) in enumerate(names)
    ]


def path_of(pupil, layout):
    if layout == "canvas":
        return archives.in_canvas(pupil, "tiny.ipynb").replace("\0", "")
    name = f"{pupil.first} {pupil.last}".replace("/", "").replace("\\", "").replace("\0", "")
    if layout == "moodle":
        return f"{name}_{pupil.number}_assignsubmission_file_/tiny.ipynb"
    if layout == "brightspace":
        return f"{pupil.number}-7 - {name} - Oct 1, 2026 905 AM/tiny.ipynb"
    return f"{name.strip('. ') or pupil.id}/tiny.ipynb"


def written(files):
    """Files of a zip: what has no name in UTF-8 cannot be in one."""
    return {name.encode("utf-8", "ignore").decode(): content for name, content in files.items()}


@MANY
@given(CLASSES, st.sampled_from(LAYOUTS), st.booleans(), st.booleans())
def test_no_name_takes_work_to_another_student(names, layout, with_numbers, decomposed):
    pupils = pupils_of(names)
    files = written({path_of(p, layout): work(p.id) for p in pupils})
    if decomposed:
        files = {normalize("NFD", name): content for name, content in files.items()}
    with tempfile.TemporaryDirectory() as scratch:
        course = a_class(Path(scratch, "class"))
        source = archives.make_zip(Path(scratch, "s.zip"), files)
        listed = (
            pupils if with_numbers else [archives.Pupil(p.id, p.first, p.last, "") for p in pupils]
        )
        known = archives.roster(Path(scratch, "roster.csv"), listed)
        made = collect(source, "tiny", known, course, dry_run=True)
        for taken in made.taken:
            own = archives.as_bytes(work(taken.student))
            assert taken.counts.digest == hashlib.sha256(own).hexdigest()
        students = [taken.student for taken in made.taken]
        assert len(students) == len(set(students))
        if layout == "canvas" and with_numbers and len(files) == len(pupils):
            assert len(students) == len(pupils), made.left


@MANY
@given(USERS, st.text(alphabet="ab_1", min_size=1, max_size=4), st.booleans(), st.integers(1, 9))
@example(["doe", "jane_doe"], "lab", False, 1)
@example(["doe", "jane_doe"], "lab", True, 1)
def test_no_user_name_of_blackboards_takes_work_to_another(users, assignment, receipts, many):
    """Where Blackboard's texts say whose a file is, it may be of nobody in the roster."""
    pupils = [archives.Pupil(user, "x", f"y{n}", "") for n, user in enumerate(users)]
    files = {}
    for p in pupils[-many:]:
        name = archives.in_blackboard(p, "tiny.ipynb", assignment=assignment)
        files[name] = work(p.id)
        if receipts:
            files[name.replace("_tiny.ipynb", ".txt")] = f"Name: x {p.last} ({p.id})\nAssignment: 1"
    with tempfile.TemporaryDirectory() as scratch:
        course = a_class(Path(scratch, "class"))
        source = archives.make_zip(Path(scratch, "s.zip"), files)
        known = archives.roster(Path(scratch, "r.csv"), pupils[::2] if receipts else pupils)
        made = collect(source, "tiny", known, course, dry_run=True)
        for taken in made.taken:
            own = archives.as_bytes(work(taken.student))
            assert taken.counts.digest == hashlib.sha256(own).hexdigest()
        assert len(made.taken) + len(made.left) == len(pupils[-many:])
        if receipts:
            assert {taken.student for taken in made.taken} == {*users[::2]} & {*users[-many:]}


@MANY
@given(CLASSES, st.sampled_from(LAYOUTS))
@example([("._", "0")], "moodle")
def test_without_a_roster_nobodys_work_is_lost_or_shared(names, layout):
    pupils = pupils_of(names)
    files = written({path_of(p, layout): work(p.id) for p in pupils})
    with tempfile.TemporaryDirectory() as scratch:
        course = a_class(Path(scratch, "class"))
        source = archives.make_zip(Path(scratch, "s.zip"), files)
        made = collect(source, "tiny", None, course, dry_run=True)
        students = [taken.student.casefold() for taken in made.taken]
        assert len(students) == len(set(students))
        assert not any(problem_with_id(taken.student) for taken in made.taken)
        whole = {composed(name.split("/")[0]) for name in files}
        assert len(students) + len(made.left) >= len(whole)


@given(st.text())
def test_an_id_made_of_a_name_is_no_path(name):
    assert problem_with_id(as_id(name)) == ""
    assert as_id(as_id(name)) == as_id(name)


@given(st.lists(st.text(alphabet="=+-@;\t\r\n a'", max_size=8)))
def test_no_part_of_a_cell_is_a_formula(parts):
    import re

    made = defused(";".join(parts))
    for piece in re.split(r"[;\t\r\n]", made):
        assert not piece.lstrip(" ").startswith(tuple("=+-@")), made


@given(st.text(alphabet=st.characters(categories=["L", "Nd"], include_characters=" '.-")))
def test_names_of_people_are_not_spoilt(name):
    name = name.strip().lstrip("-")
    assert defused(name) == name


@given(st.lists(st.tuples(LETTERS, LETTERS), max_size=5))
def test_a_roster_is_read_as_it_was_written(names):
    pupils = [archives.Pupil(f"s{n}", first, last, str(n)) for n, (first, last) in enumerate(names)]
    pupils = [p for p in pupils if (p.first + p.last).isprintable()]
    with tempfile.TemporaryDirectory() as scratch:
        students, odd = read_roster(archives.roster(Path(scratch, "roster.csv"), pupils))
    assert not odd
    assert [(s.id, s.first_name, s.last_name, s.email) for s in students] == [
        (p.id, composed(p.first), composed(p.last), p.email) for p in pupils
    ]


def test_the_release_of_these_tests_is_like_the_real_one():
    names = {"double", "mean", "spread"}
    assert names <= set(tiny.ANSWERS)

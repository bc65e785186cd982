"""The gradebook in PostgreSQL: a real server, thrown away afterwards."""

import functools
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from thorough import thorough
from tiny import ANSWERS, LAB, POINTS, answered, graders, hand_in, in_gradebook, make_course, rows

import grading.classroom.autograde as classroom
import grading.classroom.regrade
import grading.records.write
from grading.__main__ import main
from grading.classroom.autograde import autograde
from grading.classroom.regrade import explain
from grading.pages.feedback import feedback
from grading.pages.report import report
from grading.paths import COURSE, ROOT, ClassError
from grading.records.forget import forget
from grading.records.nbgrader import GradebookError, nbgrader_api
from grading.records.points import scores
from grading.records.saved import save_points
from grading.records.submissions import student_id

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
USER = "postgres"
needs_server = pytest.mark.skipif(
    not PROGRAMS, reason="PostgreSQL is not installed: apt-get install postgresql"
)


def as_user(*command):
    """Run a program of PostgreSQL, which refuses to be root's."""
    if os.geteuid() == 0:
        command = ("setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups", *command)
    subprocess.run(
        command, cwd="/", stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=600
    )


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """URL of a database in a server of our own: no port, a socket in its folder."""
    # Not in pytest's own folder, which only its owner may enter.
    with tempfile.TemporaryDirectory(prefix="pg") as name:
        folder, programs = Path(name), PROGRAMS[-1].parent
        if os.geteuid() == 0:
            shutil.chown(folder, USER)
        data = folder / "data"
        as_user(programs / "initdb", "-D", data, "-U", "teacher", "-A", "trust", "-N",
                "--locale=C.UTF-8", "--encoding=UTF8")  # fmt: skip
        options = f"-c listen_addresses= -k {folder} -c fsync=off"
        control = [programs / "pg_ctl", "-D", data, "-s", "-w"]
        as_user(*control, "-l", folder / "log", "-o", options, "start")
        try:
            as_user(programs / "createdb", "-h", folder, "-U", "teacher", "grades")
            yield f"postgresql+psycopg://teacher@/grades?host={folder}"
        finally:
            as_user(*control, "-m", "immediate", "stop")


@pytest.fixture(scope="module")
def classes(server, tmp_path_factory):
    """The same class twice, graded with the same seed: in SQLite and in PostgreSQL."""
    folders = []
    for db in (None, server):
        folder = make_course(tmp_path_factory.mktemp("class"), db=db)
        hand_in(folder, "ann", answered(folder))
        hand_in(folder, "bob", answered(folder, double=ANSWERS["double"]))
        hand_in(folder, "eve", b'{"cells": [')
        autograde(LAB, course=folder, jobs=1, executor=graders(), seed=7, db=db)
        folders.append(folder)
    return folders


@needs_server
def test_every_row_is_the_same_as_in_sqlite(classes, server):
    sqlite, postgresql = classes
    assert rows(postgresql, db=server) == rows(sqlite)
    assert in_gradebook(postgresql, db=server)["ann"] == POINTS
    assert scores(LAB, postgresql, server) == scores(LAB, sqlite)
    assert (sqlite / "gradebook.db").exists()
    assert not (postgresql / "gradebook.db").exists()


@needs_server
def test_what_is_graded_is_kept_and_explained(classes, server, warm):
    _, folder = classes
    # nbgrader's command may have been at it.
    autograde(LAB, course=folder, jobs=1, executor=graders(), db=server)
    done = autograde(LAB, course=folder, jobs=1, executor=graders(), db=server)
    assert (done.graded, done.skipped) == ([], 3)
    noted, again, others = explain(LAB, "bob", folder, db=server)
    assert others == []
    assert noted.tests == again.tests


@needs_server
def test_a_write_that_fails_half_way_leaves_nothing_and_the_next_run_writes_it_all(
    classes, server, monkeypatch
):
    _, folder = classes
    hand_in(folder, "zoe", answered(folder))
    score = grading.records.write._auto_score

    def fail(name, result):
        if name == "test_mean":
            raise OSError("the power went")
        return score(name, result)

    before = rows(folder, db=server)
    with monkeypatch.context() as patch:
        patch.setattr(grading.records.write, "_auto_score", fail)
        with pytest.raises(OSError, match="the power went"):
            autograde(LAB, course=folder, jobs=1, executor=graders(), db=server)
    assert rows(folder, db=server) == before
    done = autograde(LAB, course=folder, jobs=1, executor=graders(), db=server)
    assert [result.student for result in done.graded] == ["zoe"]
    assert in_gradebook(folder, db=server)["zoe"] == POINTS
    shutil.rmtree(folder / "submitted" / "zoe")
    with nbgrader_api(folder, server).gradebook as gradebook:
        gradebook.remove_student("zoe")


@needs_server
def test_nbgraders_own_command_writes_the_same_where_the_environment_says_where(classes, server):
    _, folder = classes
    before = rows(folder, db=server)
    answer = subprocess.run(
        [Path(sys.executable).parent / "nbgrader", "autograde", LAB, "--force",
         f"--CourseDirectory.root={folder}"],
        cwd=ROOT, env={**os.environ, "GRADEBOOK_URL": server, "PYTHONWARNINGS": ""},
        capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr
    assert rows(folder, db=server) == before
    assert not (folder / "gradebook.db").exists()


@needs_server
def test_the_environment_is_for_the_projects_own_class_and_for_no_other(
    server, monkeypatch, tmp_path
):
    monkeypatch.setenv("GRADEBOOK_URL", server)
    assert nbgrader_api(COURSE).coursedir.db_url == server
    assert nbgrader_api(tmp_path).coursedir.db_url == f"sqlite:///{tmp_path}/gradebook.db"
    monkeypatch.delenv("GRADEBOOK_URL")
    assert nbgrader_api(COURSE).coursedir.db_url == f"sqlite:///{COURSE}/gradebook.db"


@needs_server
def test_the_commands_take_the_address_as_nbgraders_do(classes, server, warm, monkeypatch, capsys):
    _, folder = classes
    for module, name in (
        (classroom, "autograde"),
        (grading.classroom.regrade, "explain"),
    ):
        command = functools.partial(getattr(module, name), course=folder)
        monkeypatch.setattr(module, name, command)
    # What nbgrader's own command has graded meanwhile is graded again, once.
    assert main(["autograde", LAB, "--db", server, "--jobs", "1"]) == 0
    capsys.readouterr()
    assert main(["autograde", LAB, "--db", server, "--jobs", "1"]) == 0
    assert "0 graded" in capsys.readouterr().out
    assert main(["explain", "bob", LAB, "--db", server]) == 0
    assert "bob, tiny: 2 of 9 points" in capsys.readouterr().out


NAMES = [
    "Robert'); DROP TABLE student;--",
    "%s %(name)s :name $1 ?",
    "Zo\u00eb",
    "Zoe\u0308\u0308",
    "ada",
    "Ada",
    "ADA",
    "\u674e\u660e",
    "\U0001f642",
    "\\x00\\'\"",
    "e" * 128,
    "null",
    "\u0131I\u0130i",
]
NOBODYS = ["n" * 129, "n" * 250, "tab\there", "\u202eevil"]  # a file cannot have a NUL in its name


@needs_server
@thorough
def test_names_of_every_kind_are_graded_answered_reported_and_forgotten(server, tmp_path):
    """Each costs nobody else anything, also where two differ by case or by how they are spelt."""
    db = f"{server.replace('/grades', '/names')}"
    as_user(PROGRAMS[-1].parent / "createdb", "-h", server.split("host=")[1], "-U", "teacher",
            "names")  # fmt: skip
    folder = make_course(tmp_path / "class", db=db)
    told = "It's 'quoted'; \\ \U0001f642 %s \x1b[31m"
    for name in [*NAMES, *NOBODYS]:
        hand_in(folder, name, answered(folder, **ANSWERS | {"why": f"{name} {told}"}))
    done = autograde(LAB, course=folder, db=db, say=lambda line: None)
    ids = {student_id(name) for name in NAMES}
    assert {result.student for result in done.graded} == ids
    assert len(done.odd) == len(NOBODYS)
    assert in_gradebook(folder, db=db) == dict.fromkeys(ids, POINTS)
    again = autograde(LAB, course=folder, db=db, say=lambda line: None)
    assert (again.graded, again.skipped) == ([], len(ids))
    assert {page.parent.parent.name for page in feedback(LAB, folder, db=db)} == ids
    for path in report(LAB, folder, db=db):
        path.read_text(encoding="utf-8")
    assert {score.student for score in scores(LAB, folder, db)} == ids
    for name in NAMES[:6]:
        noted, same, _ = explain(LAB, student_id(name), folder, db=db)
        assert noted.tests == same.tests
    left = set(ids)
    for name in NAMES:
        assert forget(name, folder, db)
        left -= {student_id(name)}
        assert in_gradebook(folder, db=db).keys() == left


@needs_server
@pytest.mark.parametrize("name", ["a\0b", "\ud800", "", "..", "a/b"])
def test_a_name_that_no_file_can_have_is_refused_by_name(classes, server, name):
    _, folder = classes
    before = rows(folder, db=server)
    with pytest.raises(ClassError):
        forget(name, folder, server)
    with pytest.raises(ClassError):
        autograde(LAB, course=folder, students=[name], executor=graders(), db=server)
    assert rows(folder, db=server) == before


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("nonsense", r"not the URL of a gradebook .* looks like this: postgresql\+psycopg://"),
        ("postgresql+nosuchdriver://host/grades", "not the URL of a gradebook"),
        ("mysql+nosuchdriver://host/grades", "not the URL of a gradebook"),
        ("postgresql+psycopg://ann:secret@127.0.0.1:1/grades", "does not answer.*createdb"),
        ("postgresql+pg8000://host/grades", r"needs the package pg8000.*\[postgresql\]"),
    ],
)
def test_a_gradebook_that_cannot_be_had_is_an_error_that_says_what_to_do(
    tmp_path, url, says, capsys
):
    with pytest.raises(GradebookError, match=f"(?s){says}") as problem:
        nbgrader_api(tmp_path, url)
    assert "secret" not in str(problem.value)
    assert main(["scores", "lab1_dot", "--db", url]) == 1
    assert capsys.readouterr().err.strip() == str(problem.value)


# --- several at once ---------------------------------------------------------------------------

AT_ONCE = """
import sys
sys.path[:0] = [{root!r}, {tests!r}]
import quick
import grading.classroom.processes
from pathlib import Path
from grading.classroom.autograde import autograde
from grading.records.points import scores
grading.classroom.processes.Graders.grade = lambda graders, job: quick.grade_by_hand(job)
lab, course, db = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
print("ready", flush=True)
sys.stdin.readline()
for _ in range({times}):
    autograde(lab, course=course, jobs=1, force=True, db=db, say=lambda line: None)
    scores(lab, course, db)
"""


def database(server, name):
    """An empty database beside the others."""
    as_user(PROGRAMS[-1].parent / "createdb", "-h", server.split("host=")[1], "-U", "teacher", name)
    return server.replace("/grades", f"/{name}")


def begun(course, db, labs, times=1):
    """A process that grades each of the labs, all at the same moment."""
    code = AT_ONCE.format(root=str(ROOT), tests=str(ROOT / "tests"), times=times)
    started = [
        subprocess.Popen(
            [sys.executable, "-c", code, lab, course, db], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for lab in labs
    ]  # fmt: skip
    for process in started:
        assert process.stdout.readline() == "ready\n", process.stderr.read()
    for process in started:
        process.stdin.write("go\n")
        process.stdin.flush()
    return started


def ended(process):
    out, err = process.communicate(timeout=600)
    return process.returncode, out, err


@needs_server
@thorough
def test_two_labs_are_graded_at_once_while_a_person_grades_by_hand(server, tmp_path):
    """Nothing given meanwhile is lost, nobody waits for ever, and every score is there."""
    db, labs = database(server, "at_once"), (LAB, "other")
    course = tmp_path / "class"
    names = [f"s{number}" for number in range(5)]
    for lab in labs:
        make_course(course, lab=lab, db=db)
        for name in names:
            answers = dict.fromkeys(("double", "mean", "spread"), "RIGHT") | {"why": "Yes"}
            hand_in(course, name, answered(course, lab, **answers), lab=lab)
    for process in begun(course, db, labs):  # tables of ours are made here, by both
        assert ended(process)[0] == 0, ended(process)[2]
    started = begun(course, db, labs, times=2)
    given = 0
    with nbgrader_api(course, db).gradebook as gradebook:
        while given == 0 or any(process.poll() is None for process in started):
            for lab in labs:
                name = names[given % len(names)]
                key = gradebook.find_grade("why", lab, lab, name).id
                save_points(gradebook, key, {"manual_score": 1.0, "extra_credit": None})
            given += 1
    for process in started:
        code, _, err = ended(process)
        assert code == 0, err
    for lab in labs:
        found = {score.student: score.points for score in scores(lab, course, db)}
        by_hand = {names[number % len(names)] for number in range(given)}
        assert found == {name: 10.0 if name in by_hand else 9.0 for name in names}


@needs_server
@thorough
def test_the_second_of_one_lab_is_told_who_is_at_it(server, tmp_path):
    db = database(server, "one_lab")
    course = make_course(tmp_path / "class", db=db)
    for number in range(6):
        hand_in(course, f"s{number}", answered(course))
    ends = [ended(process) for process in begun(course, db, (LAB, LAB, LAB))]
    assert sorted(code for code, _, _ in ends)[0] == 0
    for code, _, err in ends:
        assert code == 0 or "is working on tiny" in err
    assert len(in_gradebook(course, db=db)) == 6

"""Whoever is forgotten is gone from what was collected, and nobody else loses anything."""

import shutil
import zipfile

import pytest
import tiny
from archives import (
    PUPILS,
    in_blackboard,
    in_brightspace,
    in_canvas,
    in_moodle,
    make_zip,
    metadata,
    roster,
)

from grading.lms.collect import collect
from grading.lms.registry import registry
from grading.records.backup import backup, restore, unpack
from grading.records.forget import forget, left_for_a_person
from grading.records.policy import read_policy

GONE, TEAM, *STAY = PUPILS[2], PUPILS[3], PUPILS[0], PUPILS[8]


@pytest.fixture
def course(tmp_path):
    course = tiny.make_course(tmp_path / "class")

    def work(who):
        return tiny.answered(course, double=f"def double(x):\n    return 2 * x  # of {who.id}")

    everybody = (GONE, *STAY)
    files = [
        {in_canvas(p, "tiny.ipynb"): work(p) for p in everybody},
        {in_moodle(p, "tiny.ipynb"): work(p) for p in everybody},
        {f"submission_{n}/tiny.ipynb": work(p) for n, p in enumerate(everybody)}
        | {"submission_9/tiny.ipynb": work(TEAM)}
        | {
            "submission_metadata.yml": metadata(
                {n: [p] for n, p in enumerate(everybody)} | {9: [GONE, TEAM]}
            )
        },
    ]
    for number, some in enumerate(files):
        source = make_zip(tmp_path / f"{number}.zip", some)
        made = collect(source, None, roster(tmp_path / "r.csv"), course)
        assert len(made.taken) >= len(everybody)
    (course / "returned" / "tiny").mkdir(parents=True)
    (course / "returned" / "tiny" / "g.csv").write_text(GONE.number)
    (course / "inbox" / GONE.id).mkdir(parents=True)
    watched = course / "collected" / "watch" / "tiny.json"
    watched.parent.mkdir()
    watched.write_text(f'{{"answered": [["{GONE.id}", "d", "m"]], "waiting": ["{GONE.id}"]}}')
    return course


def texts(course):
    """All that stands in files of the class, those in archives too, by where it stands."""
    for path in (p for p in course.rglob("*") if p.is_file()):
        yield str(path.relative_to(course)), path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    yield f"{path.name}/{name}", archive.read(name)


def test_a_backup_knows_whose_what_was_collected_is(course, tmp_path):
    """After a restore everybody is known again, and the way back to the platform with them."""
    kept = backup(course, tmp_path / "class.tar.gz")
    about = registry(course, "tiny")
    listed = (course / "roster.csv").read_text()
    forget(GONE.id, course)
    assert GONE.id not in registry(course, "tiny")
    restore(kept, course)
    assert registry(course, "tiny") == about
    assert (course / "roster.csv").read_text() == listed
    inside = backup(course)  # one of the class's own is cleared with the class
    forget(GONE.id, course)
    shutil.rmtree(tmp_path / "empty", ignore_errors=True)
    unpack(inside, tmp_path / "empty")
    for place, text in texts(tmp_path / "empty"):
        assert GONE.email.encode() not in text or place.startswith("gradebook"), place
        assert f"# of {GONE.id}".encode() not in text, place


def test_nothing_of_who_is_forgotten_is_left_and_all_of_the_others_is(course):
    before = {place for place, text in texts(course) if b"# of " in text}
    removed = forget(GONE.id, course)
    assert any("roster.csv" in line for line in removed)
    assert any("archives" in line for line in removed)
    for place, text in texts(course):
        if not place.startswith("gradebook"):
            assert f"# of {GONE.id}".encode() not in text, place
            assert GONE.email.encode() not in text, place
            assert GONE.last.encode() not in text, place
            assert GONE.number not in place
    left = {place for place, text in texts(course) if b"# of " in text}
    for place in before - left:
        assert (
            GONE.id in place
            or GONE.number in place
            or "submission_0" in place
            or (str(int(GONE.number) + 5_000_000) in place)
        ), place
    assert any(place.endswith("submission_9/tiny.ipynb") for place in left)  # it is the other's
    assert forget(GONE.id, course) == []


@pytest.mark.parametrize("hands_in", [True, False])
@pytest.mark.parametrize("name", [in_canvas, in_moodle, in_blackboard, in_brightspace])
def test_of_the_archive_all_is_gone_that_is_theirs(tmp_path, name, hands_in):
    """Other files than the notebook, texts of the platform about them, damaged zips."""
    course = tiny.make_course(tmp_path / "class")
    files = {}
    for pupil in (GONE, *STAY):
        files[name(pupil, "notes.txt")] = f"of {pupil.id}"
        files[name(pupil, "all.zip")] = b"PK no zip"
        if pupil is not GONE or hands_in:
            files[name(pupil, "tiny.ipynb")] = tiny.answered(course, double=f"# {pupil.id}")
            files[name(pupil, "blank.ipynb")] = tiny.handout(course)
        if name is in_blackboard:
            files[name(pupil, "")[:-1] + ".txt"] = f"Name: {pupil.first} {pupil.last}"
    if name is in_brightspace:
        files["index.html"] = f"{GONE.first} {GONE.last}"
    files["misplaced.txt"] = "x"
    theirs = {file for file in files if name(GONE, "")[:-1].split("/")[0] in file} | {"index.html"}
    collect(make_zip(tmp_path / "s.zip", files), None, roster(tmp_path / "r.csv"), course)
    forget(GONE.id, course)
    (kept,) = course.glob("collected/archives/*.zip")
    with zipfile.ZipFile(kept) as archive:
        assert set(archive.namelist()) == files.keys() - theirs
    assert GONE.id not in kept.with_suffix(".json").read_text()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_roster_that_a_spreadsheet_saved_says_sections_and_is_forgotten_in(tmp_path, encoding):
    """Somebody put it into the class by hand: other columns first, semicolons, other encodings."""
    course = tmp_path / "class"
    course.mkdir()
    text = "E-Mail;Section;ID\nj@x.at;mönday;jürgen\na@x.at;tuesday;ada\n"
    (course / "roster.csv").write_text(text, encoding=encoding)
    policy = read_policy(course)
    assert (policy.section("jürgen"), policy.section("ada")) == ("mönday", "tuesday")
    assert "their row of roster.csv" in forget("jürgen", course)
    left = (course / "roster.csv").read_text()
    assert "jürgen" not in left
    assert "j@x.at" not in left
    assert "ada" in left
    assert read_policy(course).section("ada") == "tuesday"


def test_a_roster_that_is_no_table_is_left_to_a_person(tmp_path):
    course = tmp_path / "class"
    course.mkdir()
    (course / "roster.csv").write_text('id,last_name\ns1,"Lovelace\ns10,Miller\n')
    forget("s1", course)
    assert left_for_a_person(course, "s1") == [str(course / "roster.csv")]
    (course / "roster.csv").write_text('id,last_name\ns1,"Lovelace"\ns10,Miller\n')
    forget("s1", course)
    assert left_for_a_person(course, "s1") == []

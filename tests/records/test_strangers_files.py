"""Whatever lies in a submission's folder is read, copied and removed within bounds."""

import contextlib
import errno
import os
import shutil
import socket
import tarfile
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from quick import release
from tiny import LAB, answered, hand_in

from grading.classroom.autograde import autograde
from grading.lms import archive
from grading.lms.archive import Refused, opened
from grading.paths import ClassError
from grading.records.backup import backup
from grading.records.files import copy_plain, moment, read_plain, remove_folder, writable
from grading.records.forget import forget
from grading.records.submissions import (
    MAX_STAMP,
    STAMP,
    add_attempt,
    attempts_of,
    handed_in_at,
    keep_as_attempt,
    put_forward,
    read_stamp,
)

NOTEBOOK = f"{LAB}.ipynb"


def nested(folder, deep=1_100):
    """Folders in folders, deeper than Python recurses and longer than a path may be."""
    folder.mkdir(parents=True, exist_ok=True)
    inside = os.open(folder, os.O_RDONLY)
    for _ in range(deep):
        os.mkdir("a" * 9, dir_fd=inside)
        deeper = os.open("a" * 9, os.O_RDONLY, dir_fd=inside)
        os.close(inside)
        inside = deeper
    os.close(inside)


@pytest.fixture
def odd(tmp_path, monkeypatch):
    """A folder of all that is no plain file, and of one that is."""
    folder = tmp_path / "odd"
    folder.mkdir()
    monkeypatch.chdir(folder)  # a socket's name has room for 107 letters
    (folder / "plain").write_bytes(b"42")
    (folder / "inside").mkdir()
    (folder / "inside" / "plain").write_bytes(b"43")
    os.mkfifo("pipe")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket")
    os.symlink("plain", "link")
    os.symlink("circle", "circle")
    os.symlink("/etc", "linked folder")
    with open("sparse", "wb") as file:
        file.truncate(10 << 30)
    return folder


def test_only_a_plain_file_within_its_bound_is_read(odd):
    found = {path.name: read_plain(path, 2) for path in [*odd.iterdir(), odd / "none"]}
    assert found.pop("plain") == b"42"
    assert len(found) == 8
    assert set(found.values()) == {None}
    assert read_plain(odd / "plain", 1) is None


def test_a_file_that_grows_while_it_is_read_is_not_read_beyond_its_bound(tmp_path, monkeypatch):
    path, stat = tmp_path / "grows", os.fstat
    path.write_bytes(b"4")

    def grow(file):
        seen = stat(file)
        with open(path, "ab") as more:
            more.truncate(1 << 30)
        return seen

    monkeypatch.setattr("grading.records.files.os.fstat", grow)
    assert read_plain(path, 100) is None


def test_a_file_that_is_another_each_time_is_read_whole_or_not_at_all(tmp_path):
    """It is replaced by a pipe, a link and another all the while: nothing waits or is raised."""
    path, other, end = tmp_path / "turns", tmp_path / "new", threading.Event()

    def turn():
        makers = [
            lambda: other.write_bytes(b"x" * 1000),
            lambda: os.mkfifo(other),
            lambda: other.symlink_to("/etc/passwd"),
            lambda: other.write_bytes(b"x" * 5000),
        ]
        while not end.is_set():
            for make in makers:
                make()
                os.replace(other, path)

    thread = threading.Thread(target=turn)
    thread.start()
    try:
        assert {read_plain(path, 2000) for _ in range(3_000)} <= {None, b"x" * 1000}
    finally:
        end.set()
        thread.join()


def test_a_copy_has_the_plain_files_as_far_as_there_is_room(odd, tmp_path):
    copy_plain(odd, tmp_path / "copy", 1_000)
    copied = {p.relative_to(tmp_path / "copy") for p in (tmp_path / "copy").rglob("*")}
    assert {str(path) for path in copied} == {"plain", "inside", "inside/plain"}
    copy_plain(odd, tmp_path / "less", 2)
    assert len([p for p in (tmp_path / "less").rglob("*") if p.is_file()]) == 1


@pytest.mark.parametrize("step", [put_forward, keep_as_attempt])
def test_a_full_disk_never_puts_a_cut_off_copy_in_the_place_of_work(tmp_path, monkeypatch, step):
    submitted = hand_in_bytes(tmp_path / "submitted" / "ann" / LAB, b"now")
    attempt = hand_in_bytes(tmp_path / "attempts" / "ann" / LAB / "before", b"before")

    def full(path, content):
        with open(path, "wb") as file:
            file.write(content[:1])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    more = [attempt.parent] if step is put_forward else []
    with pytest.raises(OSError, match="No space left"):
        step(tmp_path, LAB, "ann", *more)
    assert (submitted.read_bytes(), attempt.read_bytes()) == (b"now", b"before")
    assert attempts_of(tmp_path, LAB, "ann") == [attempt.parent]


def hand_in_bytes(folder, content):
    folder.mkdir(parents=True)
    path = folder / NOTEBOOK
    path.write_bytes(content)
    return path


def test_where_a_copy_was_to_go_is_named_and_not_where_it_came_from(tmp_path):
    wanted = pytest.raises(ClassError, match="there cannot be written: No space left")
    with wanted, writable(tmp_path):
        raise OSError(errno.ENOSPC, "No space left", "here", None, "there")


def test_folders_deeper_than_python_goes_are_copied_in_part_and_removed(tmp_path):
    nested(tmp_path / "deep")
    copy_plain(tmp_path / "deep", tmp_path / "copy", 1_000)
    assert 10 < len(list((tmp_path / "copy").rglob("*"))) < 100
    remove_folder(tmp_path / "deep")
    assert not (tmp_path / "deep").exists()
    remove_folder(tmp_path / "deep")


def test_a_time_of_no_year_is_none():
    assert moment(0) == datetime(1970, 1, 1, tzinfo=UTC)
    for odd in (2**45, -(2**45), 1e300, float("nan")):
        assert moment(odd) is None


def test_what_lies_about_when_it_was_handed_in_says_nothing(odd):
    for name in ("pipe", "socket", "circle", "sparse", "linked folder"):
        os.replace(odd / name, odd / STAMP)
        assert handed_in_at(odd) is None
        assert read_stamp(odd) is None
        with contextlib.suppress(IsADirectoryError):
            (odd / STAMP).unlink()
    for text in ("0001-01-01 00:00:00 +1400", "9999-12-31 23:59:59 -1400", "9" * 900, "\0", "x"):
        (odd / STAMP).write_text(text)
        handed_in_at(odd)  # whatever it is, nothing is raised
    (odd / STAMP).write_text("2026-10-12 20:00:00 UTC" + " " * MAX_STAMP)
    assert handed_in_at(odd) is None
    (odd / STAMP).write_text("2026-10-12 20:00:00 UTC")
    assert handed_in_at(odd) == datetime(2026, 10, 12, 20)


@pytest.fixture
def course(tmp_path, odd):
    """A class of which one student's folder holds all that is odd, and folders without end."""
    course = tmp_path / "class"
    course.mkdir()
    release(course)
    right = answered(course, double="RIGHT", mean="RIGHT", spread="RIGHT", why="Yes")
    hand_in(course, "ann", right)
    path = hand_in(course, "eve", right)
    for item in odd.iterdir():
        os.replace(item, path.parent / item.name)
    os.replace(path.parent / "sparse", path.parent / STAMP)
    nested(path.parent / "deep")
    yield course
    for folder in (course / "submitted", course / "attempts"):
        remove_folder(folder)


def quietly(line):
    """Say nothing."""


def size(folder):
    return sum(path.lstat().st_blocks for path in folder.rglob("*")) * 512


def test_a_class_with_such_a_folder_is_graded_backed_up_and_forgotten(by_hand, course):
    done = autograde(LAB, course=course, say=quietly)
    assert {result.student for result in done.graded} == {"ann", "eve"}
    assert size(course / "autograded") < 1_000_000
    again = autograde(LAB, course=course, say=quietly)
    assert (again.graded, again.skipped) == ([], 2)
    os.unlink(course / "submitted" / "eve" / LAB / STAMP)  # ten gigabytes of zeros take minutes
    with tarfile.open(backup(course)) as made:
        names = made.getnames()
    assert f"submitted/ann/{LAB}/{NOTEBOOK}" in names
    assert f"submitted/eve/{LAB}/pipe" not in names
    shutil.rmtree(course / "backups")
    forget("eve", course)
    assert os.listdir(course / "submitted") == ["ann"]


def test_the_next_attempt_takes_the_place_of_such_a_folder(course):
    """What was put there by hand is kept, as far as it is plain files."""
    notebook = (course / "submitted" / "ann" / LAB / NOTEBOOK).read_bytes()
    now = datetime(2026, 10, 12, tzinfo=UTC)
    assert add_attempt(course, LAB, "eve", {NOTEBOOK: notebook + b" "}, now)
    kept = [a for a in attempts_of(course, LAB, "eve") if (a / "plain").exists()]
    assert len(kept) == 1
    assert not (kept[0] / "pipe").exists()
    assert not (kept[0] / "linked folder").exists()
    assert size(course / "attempts") < 1_000_000


# --- a folder that was downloaded, or in which submissions arrive -------------------------------


def arrived(folder, names=("ann", "bob")):
    for name in names:
        (folder / name).mkdir(parents=True)
        (folder / name / NOTEBOOK).write_text("{}")
    return folder


def read(folder):
    """What is there, and why the rest is not read."""
    with opened(folder) as source:
        return {entry.shown: entry.problem for entry in source.entries}


def test_a_folder_that_cannot_be_read_costs_that_folder_only(tmp_path, monkeypatch):
    folder, scan = arrived(tmp_path / "inbox"), os.scandir

    def refused(path):  # as it is for anybody but root
        if Path(path).name == "bob":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(archive.os, "scandir", refused)
    found = read(folder)
    assert found == {
        f"ann/{NOTEBOOK}": "",
        "bob": "this folder cannot be read: Permission denied",
    }
    monkeypatch.setattr(archive.os, "scandir", lambda path: scan(folder / "none"))
    with pytest.raises(Refused, match="cannot be read"):
        read(folder)


@pytest.mark.parametrize("around", [(), ("download",)])
@pytest.mark.parametrize("eve", ["aa_eve", "zz_eve"])  # whose folder is looked at first, or last
@pytest.mark.parametrize("depth", [1, 2])
def test_a_flood_of_files_costs_the_folder_that_they_are_in(
    tmp_path, monkeypatch, around, eve, depth
):
    monkeypatch.setattr(archive, "MAX_OF_ONE", 50)
    monkeypatch.setattr(archive, "MAX_ENTRIES", 90)
    folder = arrived(Path(tmp_path, "inbox", *around), ("ann", "bob", eve))
    for number in range(100):
        where = folder.joinpath(eve, *[f"{number}"] * (depth - 1))
        where.mkdir(exist_ok=True)
        (where / f"{number}").touch()
    found = read(tmp_path / "inbox")
    assert [why for path, why in found.items() if eve not in path] == ["", ""]
    assert list(found.values()).count("it holds more than 50 files") == 1


def test_one_folder_of_many_students_is_no_flood(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MAX_OF_ONE", 50)
    names = [f"s{number}" for number in range(40)]
    found = read(arrived(tmp_path / "inbox", names).parent)
    assert len(found) == 40
    assert set(found.values()) == {""}


def test_a_file_that_goes_while_the_folder_is_looked_at_is_left_out(tmp_path, monkeypatch):
    folder, made = arrived(tmp_path / "inbox"), archive._file

    def gone(item, path):
        if path[0] == "bob":
            raise FileNotFoundError(item.path)
        return made(item, path)

    monkeypatch.setattr(archive, "_file", gone)
    assert read(folder) == {f"ann/{NOTEBOOK}": ""}


def test_a_time_of_no_year_of_ours_is_no_time(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "moment", lambda seconds: moment(2**45))
    with opened(arrived(tmp_path / "inbox")) as source:
        assert {entry.time for entry in source.entries} == {None}

"""A repository tells when its last commit was made; a hostile one tells nothing, at once."""

import hashlib
import os
import subprocess
import tracemalloc
import zlib
from datetime import UTC, datetime

import pytest

from grading.lms import repositories
from grading.lms.repositories import Commit, last_commits

WHEN = datetime(2026, 10, 1, 12, tzinfo=UTC)
LINES = (
    f"tree {'4' * 40}\nauthor a <a@b> 1 +0000\ncommitter a <a@b> {int(WHEN.timestamp())} +0200\n\n"
)
LARGE = 100 << 20


def repository(folder, body, size=None):
    """A ``.git`` of one commit, which may lie about its size, written as git writes it."""
    git = folder / ".git"
    data = b"commit %d\0" % (len(body) if size is None else size) + body
    name = hashlib.sha1(data).hexdigest()
    path = git / "objects" / name[:2] / name[2:]
    path.parent.mkdir(parents=True)
    (git / "refs" / "heads").mkdir(parents=True)
    path.write_bytes(zlib.compress(data))
    (git / "HEAD").write_text(f"{name}\n")
    return git


def test_a_commit_says_when_it_was_made(tmp_path):
    git = repository(tmp_path, f"{LINES}done\n".encode())
    assert last_commits({("ann",): git}) == {("ann",): Commit(WHEN)}


@pytest.mark.parametrize(
    "body",
    [LINES.encode() + bytes(LARGE), LINES.encode() + b"a\n" * (LARGE // 2)],
    ids=["zeros", "lines"],
)
def test_a_commit_that_unpacks_to_gigabytes_is_not_unpacked(tmp_path, body):
    git = repository(tmp_path, body)
    assert sum(path.stat().st_size for path in git.rglob("*") if path.is_file()) < 1 << 20
    tracemalloc.start()
    try:
        found = last_commits({("ann",): git, ("bob",): git})
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert found == {}
    assert most < 16 << 20


@pytest.mark.parametrize("size", [0, 1 << 40, 1 << 70])
def test_a_commit_that_lies_about_its_size_costs_nothing(tmp_path, size):
    assert last_commits({("ann",): repository(tmp_path, LINES.encode(), size)}) == {}


def test_objects_that_never_come_are_not_waited_for(tmp_path, monkeypatch):
    git = repository(tmp_path, LINES.encode())
    (git / "objects" / "info").mkdir()
    os.mkfifo(git / "objects" / "info" / "alternates")
    (git / "HEAD").write_text("0" * 40)  # so that it looks there
    monkeypatch.setattr(repositories, "SECONDS", 1)
    assert last_commits({("ann",): git}) == {}  # it comes to an end


def test_git_would_unpack_it(tmp_path):
    """So that the test above can fail: without its limit it gives all of it."""
    git = repository(tmp_path, LINES.encode() + bytes(LARGE))
    done = subprocess.run(
        ["git", "cat-file", "-s", (git / "HEAD").read_text().strip()],
        env={"PATH": os.environ["PATH"], "GIT_DIR": str(git), "HOME": str(tmp_path)},
        capture_output=True,
        check=True,
    )
    assert int(done.stdout) > LARGE

"""Back up a class to one file, and restore it: the gradebook at one moment, and all files."""

import contextlib
import errno
import gzip
import io
import os
import shutil
import sqlite3
import tarfile
import tempfile
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import make_url
from tqdm import tqdm

from grading.paths import COURSE, ClassError, Problem
from grading.records.files import MAX_DEPTH, UNWRITABLE, swap_folder, writable
from grading.records.instructor import known_labs
from grading.records.lock import all_locks
from grading.records.nbgrader import nbgrader_api
from grading.records.policy import NAME, ROSTER
from grading.records.tables import GradebookError, translated
from grading.whole import whole

FOLDERS = (
    "source", "release", "submitted", "attempts", "autograded", "feedback", "results", "reports",
)  # fmt: skip
COLLECTED = "collected"  # with the roster: whose what came from a platform is
GRADEBOOK = "gradebook.db"
MARK = "class.txt"
PENDING = ".restore"


def backup(
    course: Path = COURSE, path: Path | None = None, db: str | None = None, damaged: bool = False
) -> Path:
    """Write a class into one archive; other commands may go on working.

    SQLite itself copies the gradebook as it is at one moment. A gradebook on a server has to be
    backed up there; then the archive has only the files.

    Parameters
    ----------
    course : pathlib.Path
    path : pathlib.Path, optional
        A ``.tar.gz``; ``<course>/backups/<time>.tar.gz`` by default.
    db : str, optional
        URL of the gradebook, if it is not the class's own.
    damaged : bool
        Whether a gradebook that cannot be read is no reason to stop: it is stored as it is.
    """
    api = nbgrader_api(course, db)
    with contextlib.suppress(*[Problem] * damaged):
        known_labs(api)  # it can be opened
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    path = path or course / "backups" / f"{now}.tar.gz"
    with (
        writable(path.parent),
        whole(path) as temporary,
        tarfile.open(temporary, "w:gz", compresslevel=6) as archive,
        tqdm(desc="backup", unit="file", delay=1, leave=False) as bar,
    ):

        def counted(info: tarfile.TarInfo) -> tarfile.TarInfo | None:
            bar.update(info.isfile())
            return _plain(info)

        text = f"A class of convolution-labs, as it was at {now}\n".encode()
        info = tarfile.TarInfo(MARK)
        info.size = len(text)
        archive.addfile(info, io.BytesIO(text))
        _add_gradebook(archive, api, damaged)
        for name in (*FOLDERS, COLLECTED, ROSTER, NAME):
            if (course / name).exists():
                archive.add(course / name, name, filter=counted)
    return path


def _add_gradebook(archive: tarfile.TarFile, api: Any, damaged: bool) -> None:
    url = make_url(api.coursedir.db_url)
    if not url.drivername.startswith("sqlite") or not url.database:
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / GRADEBOOK
        try:
            with (
                translated(),
                contextlib.closing(sqlite3.connect(url.database)) as there,
                contextlib.closing(sqlite3.connect(copy)) as here,
            ):
                there.backup(here)
        except GradebookError:
            if not damaged:
                raise
            copy = Path(url.database)
        archive.add(copy, GRADEBOOK)


def _plain(info: tarfile.TarInfo) -> tarfile.TarInfo | None:
    """Keep only files and folders, and leave out files that are being written."""
    path = Path(info.name)
    unfinished = path.name.startswith(".") and path.suffix in (".tmp", ".new", ".old")
    if unfinished or len(path.parts) > MAX_DEPTH:
        return None
    return info if info.isfile() or info.isdir() else None


def restore(path: Path, course: Path = COURSE, db: str | None = None) -> int:
    """Restore a class from an archive of `backup`, completely or not at all; return how many files.

    First the current state of the class is written into another backup, whatever its gradebook is.
    """
    api = nbgrader_api(course, db)
    pending = course / PENDING
    with writable(course):
        shutil.rmtree(pending, ignore_errors=True)
        many = unpack(path, pending)
        labs = {p.name for p in (pending / "source").glob("*")} if pending.exists() else set()
        with contextlib.suppress(Exception):  # a damaged gradebook may be the reason to restore
            labs |= set(known_labs(api))
        with all_locks(course, sorted(labs), f"restore {path.name}"):
            now = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%SZ")
            try:
                backup(course, course / "backups" / f"before-restore-{now}.tar.gz", db, True)
            except BaseException:  # a full disk: without this backup nothing is replaced
                shutil.rmtree(pending, ignore_errors=True)
                raise
            os.replace(pending, course / f"{PENDING}.ready")  # from here on it will be finished
            finish_restore(course, db)
    return many


def finish_restore(course: Path, db: str | None = None) -> None:
    """Put the files of a restore in place; repeatable after an interruption."""
    ready = course / f"{PENDING}.ready"
    if not ready.is_dir():
        return
    url = make_url(nbgrader_api(course, db).coursedir.db_url)
    new = ready / GRADEBOOK
    if new.exists() and url.drivername.startswith("sqlite") and url.database:
        there = Path(url.database)
        for end in ("-wal", "-journal", "-shm"):
            there.with_name(there.name + end).unlink(missing_ok=True)
        os.replace(new, there)
    # Without what was collected, and the roster, as in older backups, these stay as they are.
    for name in (*FOLDERS, COLLECTED):
        if (ready / name).exists():
            swap_folder(ready / name, course / name)
    for name in (ROSTER, NAME):
        if (ready / name).exists():
            os.replace(ready / name, course / name)
    shutil.rmtree(ready)


def unpack(path: Path, folder: Path) -> int:
    """Unpack a backup into a new folder; return how many files it has."""
    try:
        with gzip.open(path) as content:  # tarfile takes garbled bytes for the end
            while content.read(1 << 20):
                pass
        with tarfile.open(path, "r:gz") as archive:
            names = archive.getnames()
            if MARK not in names:
                raise ClassError(f"{path} is not a backup of a class: it has no {MARK}.")
            folder.mkdir(parents=True)
            members = tqdm(archive.getmembers(), "unpacking", unit="file", delay=1, leave=False)
            archive.extractall(folder, members, filter="data")
            for name in FOLDERS:  # a folder missing in the backup must be empty afterwards
                (folder / name).mkdir(exist_ok=True)
            (folder / NAME).touch()
            return sum(member.isfile() for member in archive.getmembers()) - 1
    except (FileNotFoundError, IsADirectoryError):
        raise ClassError(f"There is no backup {path}.") from None
    except (tarfile.TarError, zlib.error, EOFError, OSError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        if isinstance(error, OSError) and error.errno in (*UNWRITABLE, errno.EACCES, errno.EPERM):
            raise  # it is the class that cannot be written
        raise ClassError(f"{path} is damaged, nothing was changed: {error}.") from None

"""Read a downloaded zip or folder without trusting anything in it.

Nothing is ever unpacked to a path that an archive names: files are read into memory, one at a
time, each under a limit. Each refusal says why.
"""

import contextlib
import io
import os
import pwd
import stat
import struct
import tempfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import IO, Any

from grading.engine.read import MAX_FILE
from grading.engine.skim import MAX_MAPPED, skimmed_file
from grading.paths import Problem
from grading.records.files import MAX_DEPTH, PLAIN, moment, name_in_zip

MAX_ENTRIES = 200_000  # of a source
MAX_OF_ONE = 20_000  # of them in one of several folders; above this only that folder is refused
MAX_DIRECTORY = 64 << 20  # bytes of a zip's directory
MAX_RATIO = 400  # of unpacked to packed bytes; plots and texts stay below 100
MAX_NESTED = 3  # zips in zips
MAX_NESTED_ENTRIES = 5_000
MAX_NESTED_BYTES = 200 << 20  # unpacked; both of a student's zip, with those of all zips in it
KINDS = {stat.S_IFCHR: "a device", stat.S_IFBLK: "a device", stat.S_IFIFO: "a pipe"}
KINDS |= {stat.S_IFSOCK: "a socket", stat.S_IFLNK: "a link"}
ZIP = b"PK\x03\x04"  # how one begins
COPIES = ".ipynb_checkpoints"
SYSTEMS = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini", COPIES)


class Refused(Problem):
    """A file or an archive was refused; the text says why."""


class _Full(Refused):
    """A student's zip holds too much, wherever in it."""


@dataclass
class Entry:
    """A file of a source.

    path holds its parts as harmless text; time is when it was changed, with its zone, or None;
    problem says why it is not read, "" if it is.
    """

    path: tuple
    size: int
    load: Callable = field(repr=False)
    time: datetime | None = None
    problem: str = ""
    arrived: datetime | None = None  # when it arrived in its folder, according to the kernel
    owner: str = ""  # the account whose file it is, in a folder

    @property
    def shown(self) -> str:
        return "/".join(self.path)

    @property
    def name(self) -> str:
        return self.path[-1]

    def read(self) -> bytes:
        """Its bytes.

        Raises
        ------
        Refused
            If it is too large, damaged, encrypted, or no plain file.
        """
        if self.problem:
            raise Refused(self.problem)
        return self.load()


@dataclass
class Source:
    """A download: its files, and the repositories in it by folder.

    A repository is given as the files of its ``.git``, or as that folder's path on disk.
    """

    entries: list
    repositories: dict = field(default_factory=dict)


@contextlib.contextmanager
def opened(source: str | Path) -> Iterator[Source]:
    """A zip or a folder as a `Source`; its files have not been read yet.

    Raises
    ------
    Refused
        If it is neither, or hostile.
    """
    try:
        yield from _opened(Path(source))
    finally:
        _last.clear()


def _opened(source: Path) -> Iterator[Source]:
    if source.is_dir():
        made = Source([])
        made.entries += _in_folder(source, made.repositories)
        yield made
        return
    if not source.is_file():
        raise Refused(f"There is no file or folder {source}.")
    with open(source, "rb") as file:
        if not zipfile.is_zipfile(file):
            file.seek(0)
            if file.read(4) == ZIP:
                raise Refused(f"{source.name} has no end: download it once more.")
            raise Refused(
                f"{source.name} is neither a zip nor a folder. Download it as a zip, or "
                "unpack it and give the folder."
            )
        with _read_zip(file, source.name, MAX_ENTRIES, MAX_DIRECTORY) as archive:
            files = [_entry(archive, info) for info in archive.infolist() if not _is_folder(info)]
            yield _without_repositories(files)


def inside(entry: Entry) -> list[Entry]:
    """The files of a zip that a student handed in, with those of zips inside it.

    Raises
    ------
    Refused
        If it is damaged, or too large for a submission.
    """
    return _inside(entry, 1, Counter())


def _inside(entry: Entry, depth: int, spent: Counter[str]) -> list[Entry]:
    if depth > MAX_NESTED:
        raise Refused(f"zips in zips, more than {MAX_NESTED} deep")
    infos = _nested(entry, depth).infolist()
    spent["files"] += len(infos)
    if spent["files"] > MAX_NESTED_ENTRIES:
        raise _Full(f"it holds more than {MAX_NESTED_ENTRIES:,} files, those in its zips included")
    found = []
    for number, info in enumerate(infos):
        made = _entry(None, info)
        made.path = (*entry.path, *made.path)
        if _is_folder(info) or is_of_the_system(made) or ".git" in made.path:
            continue
        spent["bytes"] += 0 if made.problem else info.file_size
        if spent["bytes"] > MAX_NESTED_BYTES:
            raise _Full(f"it would unpack to more than {MAX_NESTED_BYTES >> 20} MB")
        made.time = entry.time  # students can set the times inside
        made.load = partial(_load_from, entry, depth, number)
        if not made.problem and made.name.lower().endswith(".zip"):
            try:
                found += _inside(made, depth + 1, spent)
                continue
            except _Full:
                raise
            except Refused as error:
                made.problem = str(error)
        found.append(made)
    return found


_last: dict = {}  # by depth: the nested zip that was read last, and its archive


def _nested(entry: Entry, depth: int) -> zipfile.ZipFile:
    """A zip in a zip, kept in memory until another one of its depth is read.

    If it were unpacked again for each of its files, a small zip could delay a class for an hour.
    """
    known, archive = _last.get(depth, (None, None))
    if known is not entry:
        _last.pop(depth, None)
        archive = _read_zip(io.BytesIO(entry.read()), entry.name, MAX_NESTED_ENTRIES, 4 << 20)
        _last[depth] = entry, archive
    return archive


def _load_from(entry: Entry, depth: int, number: int) -> bytes:
    archive = _nested(entry, depth)
    return _entry(archive, archive.infolist()[number]).read()


def _without_repositories(entries: list[Entry]) -> Source:
    """Separate the files of repositories from all others."""
    made = Source([])
    for entry in entries:
        if ".git" in entry.path[:-1]:
            top = entry.path[: entry.path.index(".git")]
            made.repositories.setdefault(top, []).append(entry)
        else:
            made.entries.append(entry)
    return made


def is_of_the_system(entry: Entry) -> bool:
    """Whether a file was left by an operating system, not handed in."""
    return any(part in SYSTEMS for part in entry.path) or entry.name.startswith("._")


# --- zips ---------------------------------------------------------------------------------------


def _read_zip(file: IO[bytes], name: str, max_entries: int, max_directory: int) -> zipfile.ZipFile:
    size, count = _directory(file)
    if size > max_directory or count > max_entries:
        raise Refused(f"{name} claims to hold {count:,} files, more than {max_entries:,}.")
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, OSError, struct.error, NotImplementedError) as error:
        raise Refused(f"{name} is a damaged zip ({error}).") from None
    if len(archive.infolist()) > max_entries:
        raise Refused(f"{name} holds more than {max_entries:,} files.")
    return archive


def _directory(file: IO[bytes]) -> tuple[int, int]:
    """Bytes and entries that a zip's directory claims to have, read before it is parsed."""
    file.seek(0, os.SEEK_END)
    end = file.tell()
    file.seek(max(0, end - (1 << 16) - 22))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < 22:
        return 0, 0  # zipfile reports the error
    count, size = struct.unpack("<HI", tail[at + 10 : at + 16])
    locator = tail.rfind(b"PK\x06\x07", 0, at)
    if locator >= 0 and at - locator == 20:
        (offset,) = struct.unpack("<Q", tail[locator + 8 : locator + 16])
        file.seek(min(offset, end))
        record = file.read(56)
        if record[:4] == b"PK\x06\x06" and len(record) == 56:
            count, size = struct.unpack("<QQ", record[32:48])
    file.seek(0)
    return size, count


def _is_folder(info: zipfile.ZipInfo) -> bool:
    return info.filename.endswith("/")  # which may be empty: `info.is_dir` breaks on that


def _entry(archive: zipfile.ZipFile | None, info: zipfile.ZipInfo) -> Entry:
    path, problem = _parts(name_in_zip(info))
    kind = stat.S_IFMT(info.external_attr >> 16)
    if not problem and kind in KINDS:
        problem = f"it is {KINDS[kind]}, not a file"
    if not problem and info.flag_bits & 1:
        problem = "it is encrypted: unpack it with its password and zip it without one"
    if not problem and info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        problem = "its compression method is not supported: zip it again"
    problem = problem or _too_large(info.file_size)
    if not problem and info.file_size > max(1 << 20, MAX_RATIO * info.compress_size):
        problem = f"{info.compress_size:,} bytes would become {info.file_size:,}: it is a zip bomb"

    def load() -> bytes:
        assert archive is not None  # a zip in a zip has its own `load`
        try:
            with archive.open(info) as file:
                data = file.read(MAX_FILE + 1)
                if len(data) > MAX_FILE:
                    return _of_large(file, data)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as error:
            raise Refused(f"it is damaged ({error})") from None
        except (NotImplementedError, ValueError, struct.error) as error:
            raise Refused(f"it cannot be unpacked ({error})") from None
        return data

    return Entry(path, info.file_size, load, _time(info), problem)


def _parts(name: str) -> tuple[tuple[str, ...], str]:
    """A path's parts, and its problem, if any."""
    if "\0" in name:
        return (name.replace("\0", "\N{REPLACEMENT CHARACTER}"),), "its name contains a zero byte"
    slashed = name.replace("\\", "/")
    parts = tuple(part for part in slashed.split("/") if part not in ("", "."))
    is_long = len(name) > 4_000 or any(len(part) > 255 for part in parts)  # no disk holds these
    if not parts or len(parts) > MAX_DEPTH or is_long:
        short = tuple(part[:100] for part in parts[:3])
        return short or (name[:100],), "its path is empty, or too long"
    if slashed.startswith("/") or slashed[1:3] == ":/" or ".." in parts:
        return parts, "its path leads out of the archive"
    return parts, ""


def _too_large(size: int) -> str:
    limit = f"it is larger than {MAX_MAPPED >> 20} MB: ask the student to clear its outputs"
    return limit if size > MAX_MAPPED else ""


def _of_large(file: IO[bytes], begin: bytes = b"") -> bytes:
    """A notebook that is too large for memory, without its outputs."""
    with tempfile.NamedTemporaryFile() as copied:
        copied.write(begin)
        while part := file.read(1 << 20):
            if copied.tell() > MAX_MAPPED:
                raise Refused(_too_large(copied.tell()))
            copied.write(part)
        copied.flush()
        return _skimmed(Path(copied.name))


def _skimmed(path: Path) -> bytes:
    data = skimmed_file(path)
    if data is None:
        limit = f"it is larger than {MAX_FILE >> 20} MB, even without a notebook's outputs"
        raise Refused(f"{limit}: ask the student to clear them")
    return data


def _time(info: zipfile.ZipInfo) -> datetime | None:
    """When a file was changed: in UTC if the zip says so, else in this machine's time zone."""
    extra = info.extra
    with contextlib.suppress(struct.error, OverflowError, OSError, ValueError):
        while len(extra) >= 4:
            kind, size = struct.unpack("<HH", extra[:4])
            if kind == 0x5455 and size >= 5 and extra[4] & 1:
                return datetime.fromtimestamp(struct.unpack("<i", extra[5:9])[0], UTC)
            extra = extra[4 + size :]
    with contextlib.suppress(ValueError, OverflowError, OSError):
        if info.date_time[0] > 1980:  # 1980 is a zip's way to say that it does not know
            return datetime(*info.date_time).astimezone(UTC)
    return None


# --- folders ------------------------------------------------------------------------------------


def _in_folder(root: Path, repositories: dict[tuple[str, ...], Any]) -> Iterator[Entry]:
    """Files below a folder, without following links, and without repositories' own files.

    Strangers own the contents, which may change meanwhile: a folder of theirs that cannot be read,
    or holds too much, becomes a file with a problem.
    """
    waiting: list[tuple[Any, tuple[str, ...]]] = [(root, ())]
    level, counts = 1, Counter[tuple[str, ...]]()
    refused: set[tuple[str, ...]] = set()
    while waiting:
        folder, above = waiting.pop()
        is_ones = len(above) >= level
        if above[:level] in refused:
            continue
        try:
            with os.scandir(folder) as scan:
                most = islice(scan, (MAX_OF_ONE if is_ones else MAX_ENTRIES) + 1)
                items = sorted(most, key=lambda item: item.name)
        except OSError as error:
            if not above:
                raise Refused(f"{folder} cannot be read: {error.strerror}.") from None
            yield _odd(above, f"this folder cannot be read: {error.strerror}")
            continue
        if len(items) == 1 and len(above) == level - 1:
            level += 1  # a folder around all the others
        counts[above[:level]] += len(items)
        if is_ones and counts[above[:level]] > MAX_OF_ONE:
            yield _odd(above, f"it holds more than {MAX_OF_ONE:,} files")
            refused.add(above[:level])
            del counts[above[:level]]  # they are not all read, and count for nobody else
            continue
        if counts.total() > MAX_ENTRIES:
            raise Refused(f"{root} holds more than {MAX_ENTRIES:,} files.")
        for item in items:
            name = os.fsencode(item.name).decode("utf-8", "replace")
            is_folder = item.is_dir(follow_symlinks=False)
            if is_folder and item.name == ".git":
                repositories[above] = Path(item.path)
            elif is_folder and len(above) < MAX_DEPTH - 1:
                waiting.append((item.path, (*above, name)))
            else:
                with contextlib.suppress(FileNotFoundError):  # it was removed meanwhile
                    yield _file(item, (*above, name))


def _odd(path: tuple[str, ...], problem: str) -> Entry:
    def load() -> bytes:
        raise Refused(problem)

    return Entry(path, 0, load, problem=problem)


def _file(item: os.DirEntry[str], path: tuple[str, ...]) -> Entry:
    found = item.stat(follow_symlinks=False)
    kind, problem = stat.S_IFMT(found.st_mode), ""
    if kind != stat.S_IFREG:
        problem = f"it is {KINDS.get(kind, 'a folder too deep')}, not a file"
    problem = problem or _too_large(found.st_size)

    def load() -> bytes:
        try:
            with os.fdopen(os.open(item.path, PLAIN), "rb") as file:
                if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                    raise Refused("it is not a plain file")
                data = file.read(MAX_FILE + 1)
        except OSError as error:
            raise Refused(f"it cannot be read: {error.strerror}") from None
        return _skimmed(Path(item.path)) if len(data) > MAX_FILE else data

    changed, arrived = map(moment, (found.st_mtime, found.st_ctime))
    return Entry(path, found.st_size, load, changed, problem, arrived, _account(found.st_uid))


@cache
def _account(number: int) -> str:
    """The name of an account; "" if it has none."""
    with contextlib.suppress(KeyError):
        return pwd.getpwuid(number).pw_name
    return ""

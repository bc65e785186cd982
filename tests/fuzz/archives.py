"""Whatever may be downloaded as an archive, and what a student may have put into it."""

import atexit
import functools
import io
import shutil
import tempfile
import warnings
import zipfile
from pathlib import Path

from hypothesis import strategies as st

from fuzz import spoilt_bytes as spoilt
from grading.lms.archive import MAX_NESTED_BYTES, Refused, inside, opened

NAMES = st.one_of(
    st.sampled_from(
        [
            "a.ipynb",
            "../a.ipynb",
            "/etc/passwd",
            "C:/a.ipynb",
            "a\\..\\b",
            ".git/config",
            "a/.git/HEAD",
            "x/./y",
            "a//b.zip",
            "in.zip",
            "__MACOSX/._a",
            "con.ipynb",
            "../../x.zip",
            "a/b/c/d.ipynb",
        ]
    ),
    st.text(min_size=1, max_size=9),
    st.sampled_from(["a" * 300, "a/" * 60 + "b", "\ud800", "\0", "a\nb", " "]),
)
CONTENTS = st.one_of(st.binary(max_size=30), st.sampled_from([b"0" * 90_000, b"{}", b""]))
KINDS = st.sampled_from([0o100644, 0o120777, 0o060644, 0o010644, 0o040755, 0])
WAYS = st.sampled_from([0, 0, 0, 8, 8, 8, 12, 14])
FILES = st.lists(st.tuples(NAMES, CONTENTS, KINDS, WAYS), max_size=5)


def _zipped(files):
    made = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w") as archive:
        warnings.simplefilter("ignore")  # names that stand twice
        for name, content, kind, way in files:
            info = zipfile.ZipInfo("x", (2024, 3, 1, 12, 0, 0))
            info.filename = name.encode("utf-8", "replace").decode()
            info.external_attr, info.compress_type = kind << 16, way
            archive.writestr(info, content)
    return made.getvalue()


ZIPS = FILES.map(_zipped)
NESTED = st.builds(
    lambda files, zips: _zipped([*files, *((f"z{i}.zip", z, 0, 8) for i, z in enumerate(zips))]),
    FILES,
    st.lists(st.one_of(ZIPS, ZIPS.map(lambda z: _zipped([("y.zip", z, 0, 0)]))), max_size=3),
)
inputs = st.one_of(ZIPS, NESTED, st.binary(max_size=60))
__all__ = ["check", "inputs", "spoilt"]


@functools.lru_cache(maxsize=1)
def _folder():
    """One for all inputs, gone with this process: to make and remove it takes longest."""
    made = tempfile.mkdtemp(prefix="fuzz")
    atexit.register(shutil.rmtree, made)
    return Path(made)


def check(data):
    """Read all that is in it; what is refused says why, in a sentence for a person."""
    folder = _folder()
    path = folder / "download.zip"
    path.write_bytes(data)
    try:
        with opened(path) as source:
            total = sum(map(_read, source.entries))
            for entries in source.repositories.values():
                total += sum(map(_read, entries))
    except Refused as error:
        _says_why(error)
        total = 0
    assert total < 8 * MAX_NESTED_BYTES
    assert [p.name for p in folder.iterdir()] == ["download.zip"]


def _says_why(error):
    assert str(error)


def _read(entry):
    assert entry.path
    assert entry.problem or not any("/" in part or part in ("", ".", "..") for part in entry.path)
    try:
        size = len(entry.read())
        if entry.name.endswith(".zip"):
            size += sum(map(_read, inside(entry)))
        return size
    except Refused as error:
        _says_why(error)
        return 0

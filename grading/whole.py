"""Files are written whole: nobody reads half of one, and zips come out the same each time."""

import io
import os
import re
import zipfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A temporary path in the same folder, which is made; it becomes `path` in one step.

    If what is done with it fails, `path` stays as it was and nothing is left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        yield temporary
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file whole.

    Text loses the control characters and the halves of surrogate pairs that a stranger may have
    put there: the former break a page, the latter cannot be written.
    """
    if isinstance(content, str):
        content = CONTROL.sub("", content).encode("utf-8", "replace")
    with whole(path) as temporary:
        temporary.write_bytes(content)


def zip_of(
    files: Mapping[str, bytes],
    executable: Collection[str] = (),
    compression: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """A zip that depends on nothing but what is in it: the same files give the same bytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name)  # of 1980, where a zip's calendar begins
            info.create_system = 3  # Unix, whatever made it
            info.external_attr = (0o100755 if name in executable else 0o100644) << 16
            archive.writestr(info, data, compression)
    return content.getvalue()

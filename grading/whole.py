"""Do things whole or not at all: files that nobody reads half of, steps that Ctrl-C waits for."""

import errno
import io
import os
import re
import signal
import threading
import zipfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

# What steers a terminal, and what turns the direction of writing: code with it runs otherwise than
# it reads. Marks of direction, which only say it of themselves, stay.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A temporary path in the same folder (made if missing), renamed to `path` in one step.

    If the body fails, `path` stays as it was and nothing is left behind.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a folder; name a file in it", str(path))
    if path.exists() and not path.is_file():  # `/dev/stdout`, which a file would replace
        raise OSError(errno.ENODEV, "it is a device or a pipe; name a file", str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        yield temporary
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Delay Ctrl-C until the body has ended: a second or two."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard = []
    before = signal.signal(signal.SIGINT, lambda *_: heard.append(True))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if heard:
            raise KeyboardInterrupt


def uncontrolled(text: str) -> str:
    """A stranger's text without control characters."""
    return CONTROL.sub("", text)


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file atomically.

    Text loses control characters, which break a page or deceive its reader, and lone surrogates,
    which cannot be written: a stranger may have put either there.
    """
    if isinstance(content, str):
        content = uncontrolled(content).encode("utf-8", "replace")
    with whole(path) as temporary:
        temporary.write_bytes(content)


def zip_of(
    files: Mapping[str, bytes],
    executable: Collection[str] = (),
    compression: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """A reproducible zip: the same files give the same bytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name)  # dated 1980, where a zip's calendar begins
            info.create_system = 3  # Unix, whatever system this is
            info.external_attr = (0o100755 if name in executable else 0o100644) << 16
            archive.writestr(info, data, compression)
    return content.getvalue()

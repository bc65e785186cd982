"""Files of a class: written whole, in folders that can be written."""

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from grading.paths import ClassError


@contextlib.contextmanager
def writable(course: Path) -> Iterator[None]:
    """Errors of a folder or a disk that cannot be written as a sentence."""
    try:
        yield
    except PermissionError as error:
        where = error.filename or course
        raise ClassError(f"{where} cannot be written: may you write into {course}?") from error
    except OSError as error:
        if error.errno not in (28, 30, 122):  # no space left, read-only, over quota
            raise
        raise ClassError(
            f"{error.filename or course} cannot be written: {error.strerror}."
        ) from error


def replace_folder(folder: Path, fill: Callable[[Path], object]) -> None:
    """Make a folder under a temporary name, then put it where the old one was."""
    new = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    fill(new)
    swap_folder(new, folder)


def swap_folder(new: Path, folder: Path) -> None:
    """Put a folder that is finished where another one was."""
    old = folder.with_name(f".{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    if folder.exists():
        os.replace(folder, old)
    os.replace(new, folder)
    shutil.rmtree(old, ignore_errors=True)

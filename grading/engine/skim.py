"""Skim a notebook's file: drop what does not count before it is parsed.

A hundred megabytes of JSON can be three gigabytes of objects. So the file is gone through once:
outputs and metadata (but the grader's own marks) are left out unread, and parts and nesting are
counted. What is left is small enough to be read as usual; where it is not, pictures and the longest
texts are left out too. A file that is larger still is never in memory: the kernel maps a copy.
"""

import codecs
import contextlib
import itertools
import json
import mmap
import os
import re
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MAX_PARTS = 1_000_000  # commas, brackets, colons and texts outside what is skipped
MAX_STEPS = 8_000_000  # the same, inside of it too
MAX_NESTED = 200
MAX_KEPT = 64 << 20  # bytes of what is left
MAX_MAPPED = 1 << 30  # bytes of a file that is gone through on the disk
PART = 1 << 20
LONGEST = (1 << 20, 100_000, 10_000)  # bytes of a text, where more would be left than may be
LEFT_OUT = b'"# (left out: too large)"'  # in code it is a comment
NO_PICTURES = b"{" + LEFT_OUT + b": null}"
TOKEN = re.compile(rb'["\[\]{},:]')
TO_BRACKET = re.compile(rb'(?:[^\[\]{}"]++|"(?:[^"\\]++|\\.)*+")*+', re.S)
CELLS = [[None, b"cells", None], [None, b"worksheets", None, b"cells", None]]
QUOTE, OPEN, CLOSE = b'"', (b"[", b"{"), (b"]", b"}")


class _Skimmer:
    def __init__(self, data: bytes | mmap.mmap) -> None:
        self.data, self.steps, self.at = data, 0, 0

    def next(self, pattern: re.Pattern[bytes]) -> bytes:
        """The next token that `pattern` finds, or b"" at the end; texts are skipped whole."""
        found = pattern.search(self.data, self.at)
        if found is None:
            return b""
        self.steps += 1
        if self.steps > MAX_STEPS:
            raise ValueError("it has too many parts")
        self.start, self.at = found.start(), found.end()
        if found[0] == QUOTE:
            self.at = self._end_of_text()
        return found[0]

    def _end_of_text(self) -> int:
        at = self.at
        while True:
            end = self.data.find(QUOTE, at)
            if end < 0:
                raise ValueError("a text does not end")
            before = end
            while before > at and self.data[before - 1] == 0x5C:
                before -= 1
                self.steps += 1
                if self.steps > MAX_STEPS:
                    raise ValueError("it has too many parts")
            if (end - before) % 2 == 0:
                return end + 1
            at = end + 1
            self.steps += 1
            if self.steps > MAX_STEPS:
                raise ValueError("it has too many parts")

    def skip(self) -> None:
        """Skip to the end of the current list or dict."""
        nested = 1
        while nested:
            found = TO_BRACKET.match(self.data, self.at)
            self.at = found.end() + 1 if found else self.at
            sign = self.data[self.at - 1 : self.at]
            if not sign or sign == QUOTE:
                raise ValueError("a list or a text does not end")
            self.steps += 1
            if self.steps > MAX_STEPS:
                raise ValueError("it has too many parts")
            nested += (sign in OPEN) - (sign in CLOSE)


def skimmed(data: bytes | mmap.mmap) -> bytes:
    """The same notebook with null for outputs and metadata that do not count.

    Where that is still too much, attachments and the longest texts are left out as well: in the
    place of a text stands `LEFT_OUT`.

    Parameters
    ----------
    data : bytes or mmap.mmap
        JSON in UTF-8, or what claims to be.

    Raises
    ------
    ValueError
        If it has too many parts, is nested too deeply, or is still too large.
    """
    for longest in (None, *LONGEST):
        kept = _kept(data, longest)
        if kept is not None:
            return kept
    raise ValueError(f"without outputs it is larger than {MAX_KEPT >> 20} MB")


def skimmed_file(path: Path) -> bytes | None:
    """A skimmed notebook of at most `MAX_MAPPED` bytes, in UTF-8; None if it cannot be skimmed."""
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    with contextlib.suppress(OSError, ValueError), open(os.open(path, flags), "rb") as file:
        about = os.fstat(file.fileno())
        if stat.S_ISREG(about.st_mode) and 0 < about.st_size <= MAX_MAPPED:
            # Of a file that shrinks while it is mapped, the missing part kills whoever reads it.
            with tempfile.TemporaryFile() as own:
                for part in _in_utf8(iter(lambda: file.read(PART), b"")):
                    own.write(part)
                    if own.tell() > MAX_MAPPED:
                        return None
                own.flush()
                with mmap.mmap(own.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
                    return skimmed(mapped)
    return None


def _in_utf8(parts: Iterator[bytes]) -> Iterator[bytes]:
    """The same text in UTF-8, part by part; its first bytes tell its encoding."""
    first = next(parts, b"")
    code = json.detect_encoding(first)
    if code.startswith("utf-8"):
        yield first
        yield from parts
        return
    decoder = codecs.getincrementaldecoder(code)("replace")
    for part in itertools.chain([first], parts):
        yield decoder.decode(part).encode("utf-8", "surrogatepass")
    yield decoder.decode(b"", True).encode("utf-8", "surrogatepass")


def _kept(data: bytes | mmap.mmap, longest: int | None) -> bytes | None:
    """The result of `skimmed`; None if it is too large."""
    file, kept, size, since, parts = _Skimmer(data), [], 0, 0, 0
    keys: list[bytes | None] = []  # of the lists and dicts around: the key, None in a list
    is_dict: list[bool] = []
    text, key = b"", b""  # the text before, and the key whose value comes
    while sign := file.next(TOKEN):
        parts += 1
        if parts > MAX_PARTS:
            raise ValueError("it has too many parts")
        value = key if is_dict and is_dict[-1] else None
        if sign in CLOSE:
            if keys:
                keys.pop(), is_dict.pop()
            text = key = b""
        elif sign == b",":
            text = key = b""
        elif sign == b":":
            key, text = text, b""
        elif value and _counts_for_nothing(keys, value, longest is not None):
            begin = file.start
            if sign in OPEN:
                file.skip()
            kept += [data[since:begin], NO_PICTURES if value == b"attachments" else b"null"]
            size += begin - since
            since = file.at
        elif sign == QUOTE:
            text = data[file.start + 1 : file.at - 1] if file.at - file.start < 100 else b""
            if longest is not None and file.at - file.start > longest:
                kept += [data[since : file.start], LEFT_OUT]
                size += file.start - since
                since = file.at
        else:
            keys.append(value)
            is_dict.append(sign == b"{")
            text = key = b""
            if len(keys) > MAX_NESTED:
                raise ValueError("it is nested too deeply")
        if size + file.at - since > MAX_KEPT:
            return None
    if size + len(data) - since > MAX_KEPT:
        return None
    return b"".join([*kept, data[since:]])


def _counts_for_nothing(around: list[bytes | None], key: bytes, pictures: bool) -> bool:
    """Whether a value does not count, by its key and the keys around it."""
    if around in CELLS:
        return key == b"outputs" or (pictures and key == b"attachments")
    in_metadata = around == [None, b"metadata"] or around[:-1] in CELLS
    return in_metadata and around[-1] == b"metadata" and key != b"nbgrader"


def is_nested_deeply(content: object) -> bool:
    """Whether something read from JSON is nested more deeply than a notebook may be."""
    level: list[Any] = [content]
    depth = 0
    while level:
        depth += 1
        if depth > MAX_NESTED:
            return True
        inside: list[Any] = []
        for value in level:
            if type(value) is dict:
                inside += value.values()
            elif type(value) is list:
                inside += value
        level = [value for value in inside if type(value) in (dict, list)]
    return False

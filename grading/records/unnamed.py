"""Remove a student from the text of a ``course.toml``, and leave the rest unchanged."""

import re
import tomllib
from typing import Any


def without(text: str, student: str) -> str | None:
    """The text without a student's extensions, places in sections, and comments that name them.

    Returns
    -------
    str or None
        None if that cannot be done line by line without changing anything else.
    """
    bare = re.escape(student)
    quoted = rf"""(?:"{bare}"|'{bare}')"""
    word = rf"(?<![\w-]){bare}(?![\w-])"
    entry = re.compile(rf"\s*(?:[^=#]*\.\s*)?(?:{quoted}|{word})\s*=.*")
    lines = []
    for line in text.split("\n"):
        if not re.search(word, line):
            lines.append(line)
        elif not entry.fullmatch(line):
            line = re.sub(rf"{quoted}\s*,\s*|,\s*{quoted}|{quoted}", "", line)
            lines.append(re.sub(rf"\s*#.*{word}.*", "", line))
    left = "\n".join(lines)
    try:
        same = tomllib.loads(left) == _cut(tomllib.loads(text), student)
    except tomllib.TOMLDecodeError:
        return None
    return left if same and not re.search(word, left) else None


def _cut(value: Any, student: str) -> Any:
    if isinstance(value, dict):
        return {key: _cut(item, student) for key, item in value.items() if key != student}
    if isinstance(value, list):
        return [_cut(item, student) for item in value if item != student]
    return value

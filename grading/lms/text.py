"""Strangers' text, made safe for a folder's name or a table's cell."""

import hashlib
import re
import unicodedata

from grading.records.spreadsheet import defused

NOT_IN_A_NAME = re.compile(r'[\s/\\:*?"<>|+%#&$`!;{}\[\]()=,]+')
MAX_ID = 60


def is_plain_key(text: str) -> bool:
    """Whether a platform's key is safe in a table unchanged: the platform looks it up."""
    return bool(text) and defused(text) == text and text.isprintable()


def same_letters(text: str) -> str:
    """A name without case, accents, spaces and punctuation."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if c.isalnum())


def composed(text: str) -> str:
    """A name in the Unicode form that all comparisons use, without outer spaces."""
    return unicodedata.normalize("NFC", text).strip()


def as_id(name: str) -> str:
    """A student's id made from a platform's name, safe as a folder's name."""
    made = NOT_IN_A_NAME.sub("_", "".join(c for c in composed(name) if c.isprintable()))
    made = made.strip("._-") or "student"
    while len(made.encode("utf-8", "replace")) > MAX_ID * 3 or len(made) > MAX_ID:
        made = made[: MAX_ID - 9] + "-" + short_digest(name)
        if len(made.encode("utf-8", "replace")) > MAX_ID * 3:
            made = short_digest(name)
    return made


def problem_with_id(name: str) -> str:
    """Why a text cannot be a student's id; "" if it can."""
    if not name or name in (".", "..") or name.startswith("."):
        return "it is empty, or begins with a dot"
    if not name.isprintable() or re.search(r"[/\\]", name):
        return "it contains a slash or a control character"
    if len(name.encode("utf-8", "replace")) > 200:
        return "it is too long"
    return ""


def short_digest(text: str) -> str:
    """A digest of a text, in eight letters."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]

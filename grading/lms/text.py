"""Strangers' text, made safe: as the name of a folder, in a cell of a table."""

import hashlib
import re
import unicodedata

from grading.records.spreadsheet import defused

NOT_IN_A_NAME = re.compile(r'[\s/\\:*?"<>|+%#&$`!;{}\[\]()=,]+')
MAX_ID = 60


def is_plain_key(text: str) -> bool:
    """Whether a platform's key can stand in a table as it is, which it must: it is looked up."""
    return bool(text) and defused(text) == text and text.isprintable()


def same_letters(text: str) -> str:
    """What is left of a name when case, accents, spaces and punctuation are not looked at."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if c.isalnum())


def composed(text: str) -> str:
    """A name in the one spelling of Unicode that all comparisons use, without outer spaces."""
    return unicodedata.normalize("NFC", text).strip()


def as_id(name: str) -> str:
    """A student's id made of a platform's name: it can name a folder, and leads nowhere else."""
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
        return "it has a slash or a control character in it"
    if len(name.encode("utf-8", "replace")) > 200:
        return "it is too long"
    return ""


def short_digest(text: str) -> str:
    """Eight letters that tell two texts apart."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]

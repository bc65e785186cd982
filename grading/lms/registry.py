"""What was collected, by student, for `return`: ``<course>/collected/<lab>.json``."""

import hashlib
import json
from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from grading.lms.collected import Attempt, Collected, Taken
from grading.lms.notebooks import Released, as_utf8, look_at
from grading.records.files import read_json
from grading.records.submissions import (
    ATTEMPT,
    attempt_name,
    attempts_of,
    content_of,
    handed_in_at,
)
from grading.whole import write_whole

TAKE_EARLIER = (
    "To let an earlier attempt count: cp {0}/attempts/ID/LAB/TIME/* {0}/submitted/ID/LAB/"
)
TAKE_ASIDE = (
    "To let a file that was set aside count: "
    "cp {0}/collected/originals/LAB/ID/FILE {0}/submitted/ID/LAB/LAB.ipynb"
)

OTHER_ID = (
    "With another id in the roster a student begins anew, and the grades of before stay under the "
    "other: to go on with those, give back the id there, `forget` the new one, and collect again."
)


def registry(course: Path, lab: str) -> dict[str, dict[str, Any]]:
    """What was collected for a lab, by student; {} if nothing."""
    return read_json(_registry_path(course, lab))


def _registry_path(course: Path, lab: str) -> Path:
    return Path(course) / "collected" / f"{lab}.json"


def write_registry(course: Path, lab: str, known: Mapping[str, Mapping[str, Any]]) -> None:
    """Write what was collected for a lab, atomically."""
    write_whole(_registry_path(course, lab), json.dumps(dict(sorted(known.items())), indent=1))


def known_claims(course: Path) -> dict[str, list]:
    """The platform persons matched to each student so far, in all labs."""
    claims: dict[str, list] = {}
    for path in sorted(Path(course).glob("collected/*.json")):
        for student, about in registry(course, path.stem).items():
            there = [about, *about.get("elsewhere", {}).values()]
            claims.setdefault(student, []).extend(each["claim"] for each in there)
    return claims


def tell_of_other_ids(made: Collected, claims: Mapping[str, list], ids: Collection[str]) -> None:
    """Note whose work was collected under an id that the roster, of these ids, has no more."""
    before = {tuple(claim): i for i, many in claims.items() if i not in ids for claim in many}
    for taken in made.taken:
        if ids and taken.student in ids and (other := before.get(tuple(taken.claim))):
            taken.notes.append(f"{other} until now")
            _say_once(made, OTHER_ID)


def as_known_to(platform: str, about: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a platform calls a student's last submission from there; {} if it has none."""
    if about.get("platform") == platform:
        return about
    return about.get("elsewhere", {}).get(platform, {})


def mark_new(made: Collected, course: Path, labs: Mapping[str, Released]) -> None:
    """Mark what an earlier run collected, as long as the class still has it.

    A filled notebook counts before a blank or damaged one, whichever came first: the latter is set
    aside, and if it counts now, the former is new again.
    """
    known = {lab: registry(course, lab) for lab in {taken.lab for taken in made.taken}}
    for taken in made.taken:
        before = known[taken.lab].get(taken.student, {})
        have = {tuple(pair) for pair in before.get("attempts", ())}
        path = course / "submitted" / taken.student / taken.lab / f"{taken.lab}.ipynb"
        if not path.is_file():
            continue
        taken.attempts = [a for a in taken.attempts if _mark(a) not in have] or taken.attempts
        taken.new = _mark(taken.counts) not in have
        same = is_same(taken.counts, path)
        filled = bool(taken.counts.look.answered) if same else is_filled(path, labs)
        taken.aside = filled and not taken.counts.look.answered
        when = handed_in_at(path.parent)
        what = f"what was handed in at {when:%Y-%m-%d %H:%M} UTC" if when else "other work"
        if taken.aside:
            taken.notes.insert(0, f"set aside: {what} counts")
            _say_once(made, TAKE_ASIDE.format(course))
        elif same and not taken.new:
            taken.notes.insert(0, "as before")
        elif not filled and taken.counts.look.answered:
            if not taken.new:
                taken.attempts = [taken.counts]
                taken.notes.insert(0, "counts again, instead of a blank or damaged one")
            taken.new = True
        elif not taken.new:
            taken.notes.insert(0, f"collected before, but {what} counts")
            _say_once(made, TAKE_EARLIER.format(course))
        elif made.platform != "canvas":  # its files have no times of their own
            _tell_of_a_newer_one(taken, course)
        elif taken.counts.piece.number[-1] < as_known_to("canvas", before).get("upload", 0):
            taken.older = True
            taken.notes.insert(
                0, "uploaded before the attempt collected earlier, which stays the last"
            )


def is_same(attempt: Attempt, path: Path) -> bool:
    """Whether a file of the class is this attempt, as `collect` stores it."""
    data = content_of(path)
    if data is None:
        return False
    if attempt.look.plain or not attempt.look.lab:
        return hashlib.sha256(data).hexdigest() == attempt.digest
    return data == as_utf8(attempt.piece.entry.read() if attempt.data is None else attempt.data)


def is_filled(path: Path, labs: Mapping[str, Released]) -> bool:
    """Whether a notebook of the class can be read and has something of its lab filled in."""
    look = look_at(path.name, content_of(path) or b"", labs)
    return look.lab == path.stem and look.answered > 0


def _say_once(made: Collected, remark: str) -> None:
    if remark not in made.remarks:
        made.remarks.append(remark)


def _tell_of_a_newer_one(taken: Taken, course: Path) -> None:
    """Note that an attempt of an earlier run stays the last because its time is later."""
    there = attempts_of(course, taken.lab, taken.student)
    if there and there[-1].name > attempt_name(taken.counts.when):
        last = datetime.strptime(there[-1].name, ATTEMPT)
        taken.notes.insert(
            0,
            f"dated {taken.counts.when:%Y-%m-%d %H:%M} UTC, before the attempt of "
            f"{last:%Y-%m-%d %H:%M} UTC collected earlier, which stays the last",
        )


def _mark(attempt: Attempt) -> tuple[str, str]:
    return attempt.piece.entry.shown, attempt.digest


def entry_of(platform: str, taken: Taken, before: Mapping[str, Any] | None) -> dict[str, Any]:
    """What `return` needs to know, as JSON."""
    counts = taken.counts
    people = counts.piece.people
    mine = next((person for person in people if person.key == taken.claim[-1]), people[0])
    before = dict(before or {})
    attempts = [*before.pop("attempts", ()), *(list(_mark(a)) for a in taken.attempts)]
    if (taken.aside or taken.older) and before:
        return before | {"attempts": attempts}
    elsewhere = before.pop("elsewhere", {}) | ({before["platform"]: before} if before else {})
    elsewhere.pop(platform, None)
    return {
        "platform": platform,
        "label": counts.piece.label,
        "file": counts.piece.file,
        "path": counts.piece.entry.shown,
        "upload": counts.piece.number[-1] if counts.piece.number else 0,
        "name": mine.name,
        "number": mine.number,
        "people": len(people),
        "claim": list(taken.claim),
        "attempts": attempts,
        "elsewhere": elsewhere,  # what the other platforms call it that had one before
    }

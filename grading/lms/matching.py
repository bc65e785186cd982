"""Decide whose each notebook of an archive is, for which lab, and which of several counts."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from grading.authoring.first_cell import files_in
from grading.authoring.handout import FOR_STUDENTS
from grading.engine.read import MAX_FILE
from grading.lms.collected import SHOWN, Attempt, Collected, Others, Taken
from grading.lms.layouts import Person
from grading.lms.roster import FOLDERS, Match, Matcher, claim
from grading.paths import ROOT, ClassError

MODULE = re.compile(r"[A-Za-z_]\w*\.py\Z")
# Other forms of a notebook, and archives that are not read.
INSTEAD = (".py", ".html", ".pdf", ".docx", ".rar", ".7z", ".tar", ".gz", ".tgz", ".xz")


def decide(
    made: Collected,
    looked: list[Attempt],
    others: Others,
    lab: str | None,
    labs: Iterable[str],
    matcher: Matcher,
) -> dict[Person, Match]:
    """Decide whose each attempt is, for which lab, and which counts; return who everybody is."""
    counted = Counter(attempt.look.lab for attempt in looked if attempt.look.lab)
    if not counted:  # no file can be read
        counted = Counter(filter(None, (_lab_named(attempt, labs) for attempt in looked)))
    if lab is None and made.platform not in FOLDERS and counted:
        lab = max(counted, key=lambda name: (counted[name], name))
    damaged = next((attempt for attempt in looked if _is_damaged(attempt)), None)
    if lab is None and not counted and made.platform not in FOLDERS and damaged:
        raise ClassError(
            "No notebook in it has the cells of one of the class's labs, and "
            f"{damaged.piece.entry.shown} cannot be read ({damaged.look.problem}). Name the lab: "
            "--lab LAB"
        )
    people = [person for attempt in looked for person in attempt.piece.people]
    people += [person for piece, _ in others for person in piece.people]
    matches = matcher.match(people, made.platform, lab or "")
    groups: dict[tuple, list[Attempt]] = {}
    for attempt in looked:
        meant = attempt.look.lab or _lab_named(attempt, labs) or lab
        for person in attempt.piece.people:
            match = matches[person]
            why = match.why or _unfit(attempt, meant, lab)
            if why:
                made.left.append((attempt.piece.entry.shown, why))
            else:
                meant = meant or ""
                key = claim(person, made.platform, meant)
                groups.setdefault((match.student, meant, key), []).append(attempt)
    for (student, meant, key), attempts in sorted(groups.items(), key=lambda pair: pair[0][:2]):
        made.taken.append(_one_student(made, student, meant, key, attempts))
    _tell_of_others(made, others, matches)
    return matches


def _lab_named(attempt: Attempt, labs: Iterable[str]) -> str:
    """The lab that an unreadable file, or a folder around it, is called after; "" if none is."""
    file, folders = attempt.piece.file, attempt.piece.entry.path[:-1]
    named = [lab for lab in labs if re.search(rf"(?<![^\W_]){re.escape(lab)}", file, re.I)]
    return max(named or set(labs).intersection(folders), key=len, default="")


def _unfit(attempt: Attempt, meant: str | None, lab: str | None) -> str:
    look = attempt.look
    if not look.lab:
        if not _is_damaged(attempt) or not meant:
            return look.problem
        return f"it cannot be read, and is called {meant}, not {lab}" * (lab not in (None, meant))
    return f"its cells are those of {look.lab}, not of {lab}" if lab not in (None, meant) else ""


def _is_damaged(attempt: Attempt) -> bool:
    look = attempt.look
    is_one = attempt.piece.file.lower().endswith(".ipynb")
    return is_one and not look.lab and "no lab" not in look.problem


def _one_student(
    made: Collected, student: str, lab: str, key: tuple[str, ...], attempts: list[Attempt]
) -> Taken:
    readable = [attempt for attempt in attempts if attempt.look.lab]
    for attempt in attempts if readable else ():
        if not attempt.look.lab:
            made.left.append((attempt.piece.entry.shown, attempt.look.problem))
    attempts = sorted(readable or attempts, key=lambda a: (a.order, a.piece.file == f"{lab}.ipynb"))
    filled = [attempt for attempt in attempts if attempt.look.answered]
    taken = Taken(student, lab, filled or attempts[-1:], key)
    counts = taken.counts
    if not counts.look.lab:
        taken.notes.append(f"cannot be read ({counts.look.problem})")
    elif not counts.look.answered:
        taken.notes.append("blank: nothing is filled in")
    if counts.piece.file != f"{lab}.ipynb":
        taken.notes.append(f"renamed from {counts.piece.file}")
    if counts.uncommitted:
        taken.notes.append("changed after the last commit, dated by that commit")
    if counts.piece.entry.size > MAX_FILE:
        taken.notes.append(f"outputs dropped: the file has {counts.piece.entry.size >> 20} MB")
    others = [attempt for attempt in reversed(attempts) if attempt is not counts]
    for attempt in others[:SHOWN]:
        what = "the blank" if not attempt.look.answered else "the older"
        same = attempt.digest == counts.digest
        taken.notes.append(f"not {'the same' if same else what} {attempt.piece.file}")
    if len(others) > SHOWN:
        taken.notes.append(f"and {len(others) - SHOWN:,} more")
    return taken


def _tell_of_others(made: Collected, others: Others, matches: Mapping[Person, Match]) -> None:
    """Note the files beside a notebook, once per student, and modules it cannot import."""
    got: dict[str, list[Taken]] = {}
    beside: dict[str, list[str]] = {}
    for taken in made.taken:
        got.setdefault(taken.student, []).append(taken)
    for piece, why in others:
        owners = {matches[person].student for person in piece.people} & got.keys()
        for student in () if why or _is_handed_out(piece.entry.path) else owners:
            beside.setdefault(student, []).append(piece.file)
        if why or not owners:
            unknown = next((matches[p].why for p in piece.people if matches[p].why), "")
            ask = ": ask for the .ipynb" * piece.file.lower().endswith(INSTEAD)
            made.left.append((piece.entry.shown, why or unknown or f"it is not a notebook{ask}"))
    for student, files in beside.items():
        names = sorted(set(files))
        modules = [name[:-3] for name in names if MODULE.match(name)]
        some = ", ".join(names[:4]) + (" and more" if len(names) > 4 else "")
        into = f"; copy {', '.join(modules)} into it" if modules else ""
        for taken in got[student]:
            taken.notes.append(f"only the notebook is graded, not {some}{into}")


def _is_handed_out(path: tuple[str, ...]) -> bool:
    """Whether a file is the handout's or a hidden one, such as a repository's workflow."""
    known = _handed_out()
    below = path[path.index("lib") :] if "lib" in path else path[-1:]
    return "/".join(below) in known or any(part.startswith(".") for part in path)


@lru_cache
def _handed_out() -> set[str]:
    beside = {file.name for file in FOR_STUDENTS.iterdir()}
    return beside | {file.relative_to(ROOT).as_posix() for file in files_in("lib")}

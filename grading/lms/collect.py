"""Collect: from a platform's download to ``submitted/<student>/<lab>/<lab>.ipynb``.

Everything is read and decided first, then everything is written. Earlier submissions stay among
the student's attempts, and the archive itself is kept.
"""

import contextlib
import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tqdm import tqdm

from grading.engine.read import MAX_FILE
from grading.engine.recognise import listed
from grading.lms.archive import ZIP, Refused, Source, inside, opened
from grading.lms.collected import Attempt, Collected, Others, Taken
from grading.lms.layouts import Layout, Person, Piece, recognised
from grading.lms.matching import decide
from grading.lms.notebooks import (
    Released,
    as_utf8,
    is_other_text,
    look_at,
    may_be_notebook,
    released_labs,
)
from grading.lms.registry import (
    entry_of,
    is_filled,
    is_same,
    known_claims,
    mark_new,
    registry,
    tell_of_other_ids,
    write_registry,
)
from grading.lms.repositories import Commit, last_commits
from grading.lms.roster import Match, Matcher, Student, keep_roster, read_roster
from grading.lms.text import same_letters
from grading.lms.worksheet import identify, read_worksheet
from grading.paths import COURSE, ClassError, unknown_lab
from grading.records.attempts import IN_TIME, LATE, note_lateness, put_by_policy
from grading.records.files import read_json
from grading.records.lock import all_locks
from grading.records.nbgrader import nbgrader_api
from grading.records.policy import ROSTER, read_policy
from grading.records.students import due_date, write_students
from grading.records.submissions import (
    Place,
    add_attempt,
    attempts_of,
    free_time,
    put_forward,
)
from grading.whole import undisturbed, whole, write_whole

MAX_READ = 400 << 20  # bytes of one student's files
MAX_KEPT = 400 << 20  # bytes of all files that stay in memory until they are written


def collect(
    source: str | Path,
    lab: str | None = None,
    roster: str | Path | None = None,
    course: Path = COURSE,
    dry_run: bool = False,
    db: str | None = None,
    arrived: set[str] | None = None,
    worksheet: str | Path | None = None,
) -> Collected:
    """Put the submissions downloaded from a platform into the class.

    Parameters
    ----------
    source : path
        A zip or folder from a platform (`collected.PLATFORMS`), or any with one folder per
        student.
    lab : str, optional
        By default the lab whose cells the notebooks have.
    roster : path, optional
        A CSV (`grading.lms.roster.COLUMNS`); by default the class's own, ``roster.csv``.
    course : pathlib.Path
    dry_run : bool
        Write nothing.
    db : str, optional
        URL of the gradebook.
    arrived : set of str, optional
        Take only these of the folder's top-level files and folders, each a student's, and date
        them by when they arrived there, whatever their own timestamps say.
    worksheet : path, optional
        Moodle's grading worksheet: the members of each team, or who has which number.

    Raises
    ------
    Problem
        If nothing can be collected; the text says why.
    """
    source, course = Path(source), Path(course)
    labs = released_labs(course)
    if lab is not None and lab not in labs:
        raise unknown_lab(lab, labs)
    students, odd_rows = _students(roster, course)
    if roster and not students:
        raise ClassError(" ".join([f"{roster} lists nobody.", *odd_rows[:1]]))
    with opened(source) as found:
        if arrived is None and not found.entries and not found.repositories:
            raise Refused(f"{source.name} is empty.")
        claims = known_claims(course)
        if arrived is None:
            known = {name for student in students for name in student.names()} | claims.keys()
            letters = {same_letters(name) for name in known} - {""}
            layout = recognised(found, labs, lambda name: same_letters(name) in letters)
        else:
            for entry in found.entries:
                entry.time = entry.arrived or entry.time
            layout = recognised(found, labs, lambda name: True)
            layout.pieces = [piece for piece in layout.pieces if piece.entry.path[0] in arrived]
            layout.strays = [stray for stray in layout.strays if stray[0].path[0] in arrived]
            for piece in layout.pieces:
                piece.time = piece.entry.time
        if layout.platform == "exchange":
            _leave_others(layout, {*claims, *(student.id for student in students)})
        if worksheet is not None:
            identify(layout, read_worksheet(Path(worksheet)))
        made = Collected(layout.platform, remarks=odd_rows + layout.remarks)
        made.left += [(entry.shown, entry.problem or why) for entry, why in layout.strays]
        is_dated = layout.platform == "github" and arrived is None
        commits = _commits(found, layout.above) if is_dated else {}
        bare = sorted({piece.label for piece in layout.pieces} - commits.keys())
        if commits and bare:
            made.remarks.append(
                f"No commit was found in {listed(bare)}: what is there is dated by its files, "
                "which may have the time of the download."
            )
        fallback = datetime.fromtimestamp(int(source.stat().st_mtime), UTC)
        looked, others = _looked(layout, labs, commits, fallback)
        matches = decide(made, looked, others, lab, labs, Matcher(students, claims))
        made.whose = _whose(layout, matches)
        if layout.platform == "moodle" and not made.taken and worksheet is None:
            made.remarks.append(
                "If students hand in as teams or anonymously, give Moodle's grading worksheet, "
                "which says who is who: --worksheet FILE."
            )
        api = nbgrader_api(course, db)
        _date(made, course, api)
        mark_new(made, course, labs)
        tell_of_other_ids(made, claims, {student.id for student in students})
        if not dry_run:
            _write(made, source, course, api, students if roster else [], labs)
    return made


def _leave_others(layout: Layout, ids: set[str]) -> None:
    """Leave what one student's account has put into the exchange in the name of another.

    All may write there, and name a folder as they like: also almost as another is named, so that
    neither would be matched.
    """
    kept = []
    for piece in layout.pieces:
        (person,), owner = piece.people, piece.entry.owner
        if owner in ids and owner != person.name:
            why = f"it says that it is {person.name}'s, and the account is {owner}'s"
            layout.strays.append((piece.entry, why))
        else:
            kept.append(piece)
    layout.pieces = kept


def _students(roster: str | Path | None, course: Path) -> tuple[list[Student], list[str]]:
    path = Path(roster) if roster else course / ROSTER
    return read_roster(path) if roster or path.exists() else ([], [])


def _commits(found: Source, above: tuple[str, ...]) -> dict[str, Commit]:
    """The last commits by student's folder; another repository in it is no student's."""
    own = {top: git for top, git in found.repositories.items() if top and top[:-1] == above}
    return {folder[-1]: last for folder, last in last_commits(own).items()}


# --- reading ------------------------------------------------------------------------------------


def _looked(
    layout: Layout,
    labs: Mapping[str, Released],
    commits: Mapping[str, Commit],
    fallback: datetime,
) -> tuple[list[Attempt], Others]:
    """The attempts, each with its `Look`, and the other files with their people."""
    looked: list[Attempt] = []
    others: Others = []
    kept = 0
    room: Counter[tuple] = Counter()
    for outer in tqdm(layout.pieces, desc="reading", unit="file", delay=2, leave=False):
        waiting = _unzipped(outer, others)
        while waiting:
            piece = waiting.pop(0)
            if piece.note or piece.entry.problem or not may_be_notebook(piece.file):
                others.append((piece, piece.note or piece.entry.problem))
                continue
            try:
                # A larger one loses its outputs.
                room[piece.people] += min(piece.entry.size, MAX_FILE)
                if room[piece.people] > MAX_READ:
                    raise Refused(f"this student handed in more than {MAX_READ >> 20} MB")
                data = piece.entry.read()
            except Refused as error:
                others.append((piece, str(error)))
                continue
            if data.startswith(ZIP) and piece is outer:
                waiting += _unzipped(outer, others, renamed=True)
                continue
            commit = commits.get(piece.label)
            when = (commit and commit.time) or piece.time or piece.entry.time or fallback
            if is_other_text(piece.file, data):
                others.append((piece, ""))
                continue
            digest = hashlib.sha256(data).hexdigest()
            look = look_at(piece.file, data, labs)
            kept += len(data)
            stays = data if kept < MAX_KEPT else None
            plain = piece is outer and len(data) == piece.entry.size  # as it is in a commit
            changed = bool(commit and plain and commit.lacks(data))
            looked.append(
                Attempt(piece, look, digest, when, piece.late, stays, uncommitted=changed)
            )
    return looked, others


def _unzipped(piece: Piece, others: Others, renamed: bool = False) -> list[Piece]:
    """The files in a zip, whatever it is called; else the file itself."""
    if not (renamed or piece.file.lower().endswith(".zip")) or piece.entry.problem:
        return [piece]
    try:
        entries = inside(piece.entry)
    except Refused as error:
        with contextlib.suppress(Refused):
            if not renamed and piece.entry.read().lstrip().startswith(b"{"):
                return [piece]  # a notebook that was renamed
        others.append((piece, str(error)))
        return []
    if not entries:
        others.append((piece, "this zip is empty"))
    return [replace(piece, entry=entry, file=entry.name) for entry in entries]


def _whose(layout: Layout, matches: Mapping[Person, Match]) -> dict[str, set[str]]:
    """The names of all that each student has in the archive."""
    found: dict[str, set[str]] = {}
    pieces = [(piece.entry, person) for piece in layout.pieces for person in piece.people]
    for entry, person in pieces + layout.receipts:
        if person in matches and matches[person].student:
            found.setdefault(matches[person].student, set()).add(entry.path[0])
    return found


# --- when ---------------------------------------------------------------------------------------


def _date(made: Collected, course: Path, api: Any) -> None:
    """Set when each attempt was handed in, and whether that was late."""
    policy, dates, undated = read_policy(course), {}, set()
    for taken in made.taken:
        if taken.lab not in dates:
            dates[taken.lab] = due_date(api, taken.lab) if _has_gradebook(api) else None
        due = policy.due(taken.lab, taken.student) or dates[taken.lab]
        rules, seen = policy.lab(taken.lab), set()
        taken.attempts = [replace(attempt) for attempt in taken.attempts]  # a team shares them
        for attempt in taken.attempts:
            if made.platform == "canvas" and due is not None:
                # Canvas says whether it was late, but not by how much; its files are dated by the
                # download, which must cost nobody points.
                late = attempt.piece.late
                attempt.when = due + timedelta(seconds=1) if late else min(attempt.when, due)
            if made.platform == "canvas" and (due is None or not attempt.piece.late):
                attempt.said = LATE if attempt.piece.late else IN_TIME
            while attempt.when in seen:  # zips count in steps of two seconds
                attempt.when += timedelta(microseconds=1)
            seen.add(attempt.when)
            late = due is not None and rules.is_late(attempt.when - due)
            attempt.late = attempt.piece.late or (late and attempt.said != IN_TIME)
        if made.platform == "canvas" and due is None and taken.lab not in undated:
            undated.add(taken.lab)
            made.remarks.append(
                f"{taken.lab} has no due date, and Canvas does not say when a file arrived: all "
                "count as handed in at the time of the download. Once course.toml sets `due`, the "
                "files that Canvas calls late count as one second late, the others as in time."
            )
        if taken.counts.late:
            unknown = made.platform == "canvas" and due is not None
            free = " and within the grace period" * (not rules.is_late(timedelta(seconds=1)))
            taken.notes.insert(0, f"late, counted as one second{free}" if unknown else "late")


def _has_gradebook(api: Any) -> bool:
    url = api.coursedir.db_url
    return not url.startswith("sqlite:///") or Path(url.removeprefix("sqlite:///")).exists()


# --- writing ------------------------------------------------------------------------------------


def _write(
    made: Collected,
    source: Path,
    course: Path,
    api: Any,
    students: list[Student],
    released: Mapping[str, Released],
) -> None:
    labs = sorted({taken.lab for taken in made.new})
    with all_locks(course, labs, "collect"), undisturbed():
        if students:
            keep_roster(students, course)
            write_students(api, students)
        if made.new and source.is_file():
            _keep_archive(source, course, made.whose)
        policy = read_policy(course)
        for lab in labs:
            known = registry(course, lab)
            for taken in (taken for taken in made.new if taken.lab == lab):
                if taken.aside:
                    _keep_original(course, taken, taken.counts, _data(taken.counts))
                else:
                    for attempt in taken.attempts:
                        _add(course, taken, attempt, timeless=made.platform == "canvas")
                    put_by_policy(course, lab, taken.student, policy)
                    _put_filled(course, taken, released)
                known[taken.student] = entry_of(made.platform, taken, known.get(taken.student))
            write_registry(course, lab, known)


def _add(course: Path, taken: Taken, attempt: Attempt, timeless: bool) -> None:
    data = _data(attempt)
    if not attempt.look.plain and attempt.look.lab:
        _keep_original(course, taken, attempt, data)
        data = as_utf8(data)
    files = {f"{taken.lab}.ipynb": data}
    own = taken.lab, taken.student
    place: Place = None if not timeless else "oldest" if taken.older else "newest"
    when = free_time(course, *own, files, attempt.when, place)
    said = attempt.said or (LATE if timeless and when != attempt.when else "")
    if said:
        note_lateness(course, *own, when, said)
    add_attempt(course, *own, files, when)


def _data(attempt: Attempt) -> bytes:
    if attempt.data is not None:
        return attempt.data
    data: bytes = attempt.piece.entry.read()
    if hashlib.sha256(data).hexdigest() != attempt.digest:
        raise ClassError(f"{attempt.piece.entry.shown} changed while it was read. Try again.")
    return data


def _keep_original(course: Path, taken: Taken, attempt: Attempt, data: bytes) -> None:
    kept = course / "collected" / "originals" / taken.lab / taken.student / attempt.digest[:12]
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(data)


def _put_filled(course: Path, taken: Taken, labs: Mapping[str, Released]) -> None:
    """Let the newest filled attempt count if a blank or damaged one does."""
    path = course / "submitted" / taken.student / taken.lab / f"{taken.lab}.ipynb"
    if not taken.counts.look.answered or is_same(taken.counts, path) or is_filled(path, labs):
        return
    for attempt in reversed(attempts_of(course, taken.lab, taken.student)):
        if (attempt / path.name).is_file() and is_filled(attempt / path.name, labs):
            put_forward(course, taken.lab, taken.student, attempt)
            return


def _keep_archive(source: Path, course: Path, whose: Mapping[str, set[str]]) -> None:
    """Keep the archive, and whose each of its files is, for `forget`."""
    with open(source, "rb") as file:
        name = hashlib.file_digest(file, "sha256").hexdigest()[:12] + ".zip"
    kept = course / "collected" / "archives" / name
    if not kept.exists():
        with whole(kept) as temporary:
            shutil.copyfile(source, temporary)
    said = kept.with_suffix(".json")
    known = read_json(said)
    known |= {
        student: sorted(names.union(known.get(student, ()))) for student, names in whose.items()
    }
    write_whole(said, json.dumps(known, indent=1))

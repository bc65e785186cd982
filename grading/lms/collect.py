"""Collect: from what a platform hands out to ``submitted/<student>/<lab>/<lab>.ipynb``.

First everything is read and decided, then everything is written. What was there before stays among
the student's attempts, and the archive itself is kept.
"""

import contextlib
import hashlib
import json
import re
import shutil
import signal
import threading
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tqdm import tqdm

from grading.lms.archive import Refused, inside, opened
from grading.lms.layouts import Piece, recognised
from grading.lms.notebooks import Look, as_utf8, look_at, may_be_notebook, released_labs
from grading.lms.repositories import commit_times
from grading.lms.roster import FOLDERS, NAME, Matcher, claim, keep_roster, read_roster
from grading.pages.feedback import write_whole
from grading.paths import COURSE, ClassError
from grading.records.lock import all_locks
from grading.records.nbgrader import nbgrader_api
from grading.records.policy import read_policy
from grading.records.students import due_date, write_students
from grading.records.submissions import add_attempt, attempts_of, handed_in_at, put_forward
from grading.whole import whole

MAX_READ = 400 << 20  # bytes of one student's files
MAX_KEPT = 400 << 20  # bytes of all files that stay in memory until they are written
PLATFORMS = {"canvas": "Canvas", "moodle": "Moodle", "gradescope": "Gradescope"}
PLATFORMS |= {"github": "GitHub", "plain": "folders", "exchange": "nbgrader's exchange"}
MODULE = re.compile(r"[A-Za-z_]\w*\.py\Z")


@dataclass
class Attempt:
    """A notebook that somebody handed in, and what it turned out to be."""

    piece: Piece
    look: Look
    digest: str
    when: datetime
    late: bool = False
    data: bytes | None = field(default=None, repr=False)  # None: read it again

    @property
    def order(self):
        """Later ones are larger: by the platform's numbers, by time, then by how much is in it."""
        return (self.piece.number, self.when.replace(microsecond=0), self.look.answered)


@dataclass
class Taken:
    """What is taken of a student for a lab: the attempts, oldest first; the last one counts."""

    student: str
    lab: str
    attempts: list
    claim: tuple
    notes: list = field(default_factory=list)
    modules: tuple = ()
    new: bool = True

    @property
    def counts(self):
        return self.attempts[-1]


@dataclass
class Collected:
    """What `collect` found: who gave what, and what it could not use."""

    platform: str
    taken: list = field(default_factory=list)
    left: list = field(default_factory=list)  # of (path, why)
    remarks: list = field(default_factory=list)

    @property
    def new(self):
        return [taken for taken in self.taken if taken.new]


def collect(source, lab=None, roster=None, course=COURSE, dry_run=False, db=None, arrived=None):
    """Put into the class what was downloaded from a platform.

    Parameters
    ----------
    source : path
        A zip or a folder of Canvas, Moodle, Gradescope or GitHub, or any with a folder a student.
    lab : str, optional
        By default what the notebooks' cells say.
    roster : path, optional
        A CSV (`grading.lms.roster.COLUMNS`); by default the class's own, ``roster.csv``.
    course : pathlib.Path
    dry_run : bool
        Write nothing.
    db : str, optional
        URL of the gradebook.
    arrived : set of str, optional
        Only these, of the files and folders that stand first in a folder; they were handed in when
        they came to be there, whatever they say about their age.

    Returns
    -------
    Collected

    Raises
    ------
    Problem
        Nothing can be taken from it; the text says why.
    """
    source, course = Path(source), Path(course)
    labs = released_labs(course)
    if lab is not None and lab not in labs:
        raise ClassError(
            f"There is no lab {lab!r}. There are: {', '.join(sorted(labs)) or 'none'}."
        )
    students, odd_rows = _students(roster, course)
    with opened(source) as found:
        if arrived is not None:
            found.entries = [entry for entry in found.entries if entry.path[0] in arrived]
            for entry in found.entries:
                entry.time = entry.arrived or entry.time
        layout = recognised(found, labs)
        made = Collected(layout.platform, remarks=odd_rows)
        made.left += [(entry.shown, entry.problem or why) for entry, why in layout.strays]
        times = _commit_times(found) if layout.platform == "github" else {}
        looked, others = _looked(layout, labs, made, times, _time_of(source))
        claims = known_claims(course)
        _decide(made, looked, others, lab, labs, Matcher(students, claims))
        api = nbgrader_api(course, db)
        _date(made, course, api)
        _what_is_new(made, course)
        if not dry_run:
            _write(made, source, course, api, students if roster else [])
    return made


def _students(roster, course):
    path = Path(roster) if roster else course / NAME
    return read_roster(path) if roster or path.exists() else ([], [])


def _time_of(source):
    return datetime.fromtimestamp(int(source.stat().st_mtime), UTC)


def _commit_times(found):
    return {folder[-1]: time for folder, time in commit_times(found.repositories).items() if folder}


# --- reading ------------------------------------------------------------------------------------


def _looked(layout, labs, made, times, fallback):
    """Attempts, by what they were looked at; and the other files, by people."""
    looked, others, room, kept = [], [], Counter(), 0
    for outer in tqdm(layout.pieces, desc="reading", unit="file", delay=2, leave=False):
        for piece in _unzipped(outer, made):
            if piece.note or piece.entry.problem or not may_be_notebook(piece.file):
                others.append((piece, piece.note or piece.entry.problem))
                continue
            try:
                room[piece.people] += piece.entry.size
                if room[piece.people] > MAX_READ:
                    raise Refused(f"this student handed in more than {MAX_READ >> 20} MB")
                data = piece.entry.read()
            except Refused as error:
                others.append((piece, str(error)))
                continue
            when = times.get(piece.label) or piece.time or piece.entry.time or fallback
            digest = hashlib.sha256(data).hexdigest()
            look = look_at(piece.file, data, labs)
            kept += len(data)
            stays = data if kept < MAX_KEPT else None
            looked.append(Attempt(piece, look, digest, when, piece.late, stays))
    return looked, others


def _unzipped(piece, made):
    if not piece.file.lower().endswith(".zip") or piece.entry.problem:
        return [piece]
    try:
        entries = inside(piece.entry)
    except Refused as error:
        made.left.append((piece.entry.shown, str(error)))
        return []
    if not entries:
        made.left.append((piece.entry.shown, "there is nothing in this zip"))
    return [replace(piece, entry=entry, file=entry.name, time=None) for entry in entries]


# --- deciding -----------------------------------------------------------------------------------


def _decide(made, looked, others, lab, labs, matcher):
    """Whose each attempt is, for which lab, and which of several counts."""
    counted = Counter(attempt.look.lab for attempt in looked if attempt.look.lab)
    if lab is None and made.platform not in FOLDERS and counted:
        lab = max(counted, key=lambda name: (counted[name], name))
    if lab is None and not counted and made.platform not in FOLDERS:
        raise ClassError(
            "No notebook in it has the cells of one of the class's labs. Which lab is it? --lab LAB"
        )
    people = [person for attempt in looked for person in attempt.piece.people]
    people += [person for piece, _ in others for person in piece.people]
    matches = matcher.match(people, made.platform, lab or "")
    groups = {}
    for attempt in looked:
        meant = attempt.look.lab or _lab_named(attempt.piece.file, lab, labs)
        for person in attempt.piece.people:
            match = matches[person]
            why = match.why or _unfit(attempt, meant, lab)
            if why:
                made.left.append((attempt.piece.entry.shown, why))
            else:
                key = claim(person, made.platform, meant)
                groups.setdefault((match.student, meant, key), []).append(attempt)
    for (student, meant, key), attempts in sorted(groups.items(), key=lambda pair: pair[0][:2]):
        made.taken.append(_one_student(made, student, meant, key, attempts))
    _tell_of_others(made, others, matches)


def _lab_named(name, lab, labs):
    """The lab of a file that cannot be read: the one asked for, or the one it is called after."""
    named = [known for known in labs if name.casefold().startswith(known.casefold())]
    return lab or (named[0] if named else None)


def _unfit(attempt, meant, lab):
    look = attempt.look
    if not look.lab:
        damaged = attempt.piece.file.lower().endswith(".ipynb") and "no lab" not in look.problem
        return "" if damaged and meant else look.problem
    return f"its cells are those of {look.lab}, not of {lab}" if lab not in (None, meant) else ""


def _one_student(made, student, lab, key, attempts):
    readable = [attempt for attempt in attempts if attempt.look.lab]
    for attempt in attempts if readable else ():
        if not attempt.look.lab:
            made.left.append((attempt.piece.entry.shown, attempt.look.problem))
    attempts = sorted(readable or attempts, key=lambda a: (a.order, a.piece.file == f"{lab}.ipynb"))
    filled = [attempt for attempt in attempts if attempt.look.answered]
    taken = Taken(student, lab, filled or attempts[-1:], key)
    counts = taken.counts
    if not counts.look.lab:
        taken.notes.append(f"cannot be read ({counts.look.problem}), collected as it is")
    elif not counts.look.answered:
        taken.notes.append("blank: nothing is filled in")
    if counts.piece.file != f"{lab}.ipynb":
        taken.notes.append(f"renamed from {counts.piece.file}")
    for attempt in attempts:
        if attempt is not counts:
            what = "the blank" if not attempt.look.answered else "the older"
            same = attempt.digest == counts.digest
            taken.notes.append(f"not {'the same' if same else what} {attempt.piece.file}")
    return taken


def _tell_of_others(made, others, matches):
    """Files beside a notebook: once for each student, and what a notebook cannot import."""
    got, beside = {}, {}
    for taken in made.taken:
        got.setdefault(taken.student, []).append(taken)
    for piece, why in others:
        owners = {matches[person].student for person in piece.people} & got.keys()
        for student in () if why else owners:
            beside.setdefault(student, []).append(piece.file)
        if why or not owners:
            unknown = next((matches[p].why for p in piece.people if matches[p].why), "")
            made.left.append((piece.entry.shown, why or unknown or "it is no notebook"))
    for student, names in beside.items():
        for taken in got[student]:
            taken.modules = tuple(sorted({n[:-3] for n in names if MODULE.match(n)}))
            told = ", ".join(sorted(set(names))[:4]) + (" and more" if len(set(names)) > 4 else "")
            into = f"; copy {', '.join(taken.modules)} into it" if taken.modules else ""
            taken.notes.append(f"only the notebook is graded, not {told}{into}")


# --- when ---------------------------------------------------------------------------------------


def _date(made, course, api):
    """Say of each attempt when it was handed in, and whether that was late."""
    policy, dates = read_policy(course), {}
    for taken in made.taken:
        if taken.lab not in dates:
            dates[taken.lab] = due_date(api, taken.lab) if _has_gradebook(api) else None
        due = policy.due(taken.lab, taken.student) or dates[taken.lab]
        seen = set()
        taken.attempts = [replace(attempt) for attempt in taken.attempts]  # a group's are shared
        for attempt in taken.attempts:
            if made.platform == "canvas" and due is not None:
                # Canvas says whether it was late; its files are as old as the download.
                late = attempt.piece.late
                attempt.when = (
                    max(attempt.when, due + timedelta(seconds=1)) if late else attempt.when
                )
                attempt.when = attempt.when if late else min(attempt.when, due)
            while attempt.when in seen:  # zips count in steps of two seconds
                attempt.when += timedelta(microseconds=1)
            seen.add(attempt.when)
            attempt.late = attempt.piece.late or (due is not None and attempt.when > due)
        if taken.counts.late:
            taken.notes.insert(0, "late")


def _has_gradebook(api):
    url = api.coursedir.db_url
    return not url.startswith("sqlite:///") or Path(url.removeprefix("sqlite:///")).exists()


# --- what is known ------------------------------------------------------------------------------


def registry(course, lab):
    """What was collected for a lab, by student; {} if nothing was."""
    try:
        content = json.loads(_registry_path(course, lab).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _registry_path(course, lab):
    return Path(course) / "collected" / f"{lab}.json"


def known_claims(course):
    """Of each student the persons on platforms that were collected as theirs, in all labs."""
    claims = {}
    for path in sorted(Path(course).glob("collected/*.json")):
        for student, about in registry(course, path.stem).items():
            claims.setdefault(student, []).append(about["claim"])
    return claims


def _what_is_new(made, course):
    """Leave out what an earlier run has collected, as long as the class still has it."""
    known = {lab: registry(course, lab) for lab in {taken.lab for taken in made.taken}}
    for taken in made.taken:
        before = known[taken.lab].get(taken.student, {})
        have = {tuple(pair) for pair in before.get("attempts", ())}
        there = (course / "submitted" / taken.student / taken.lab / f"{taken.lab}.ipynb").is_file()
        if there:
            taken.attempts = [a for a in taken.attempts if _mark(a) not in have] or taken.attempts
        taken.new = not there or _mark(taken.counts) not in have


def _mark(attempt):
    return attempt.piece.entry.shown, attempt.digest


# --- writing ------------------------------------------------------------------------------------


def _write(made, source, course, api, students):
    labs = sorted({taken.lab for taken in made.new})
    with all_locks(course, labs, "collect"), _undisturbed():
        if students:
            keep_roster(students, course)
            write_students(api, students)
        if made.new and source.is_file():
            _keep_archive(source, course)
        for lab in labs:
            known = registry(course, lab)
            for taken in (taken for taken in made.new if taken.lab == lab):
                for attempt in taken.attempts:
                    _add(course, taken, attempt)
                _put_forward_by_policy(course, taken)
                known[taken.student] = _entry_of(made.platform, taken, known.get(taken.student))
            text = json.dumps(dict(sorted(known.items())), indent=1)
            write_whole(_registry_path(course, lab), text)


def _add(course, taken, attempt):
    data = attempt.piece.entry.read() if attempt.data is None else attempt.data
    if attempt.data is None and hashlib.sha256(data).hexdigest() != attempt.digest:
        raise ClassError(f"{attempt.piece.entry.shown} changes while it is read. Try again.")
    if not attempt.look.plain and attempt.look.lab:
        kept = course / "collected" / "originals" / taken.lab / taken.student / attempt.digest[:12]
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(data)
        data = as_utf8(data)
    add_attempt(course, taken.lab, taken.student, {f"{taken.lab}.ipynb": data}, attempt.when)


def _put_forward_by_policy(course, taken):
    """Let the attempt count that the class's policy says; by default the newest does already."""
    policy = read_policy(course)
    due = policy.due(taken.lab, taken.student)
    if policy.lab(taken.lab).attempts != "last before the deadline" or due is None:
        return
    attempts = attempts_of(course, taken.lab, taken.student)
    in_time = [a for a in attempts if (handed_in_at(a) or datetime.max) <= due.replace(tzinfo=None)]
    if in_time:
        put_forward(course, taken.lab, taken.student, in_time[-1])


def _entry_of(platform, taken, before):
    """What the way back needs to know, as JSON."""
    counts = taken.counts
    attempts = [*(before or {}).get("attempts", ()), *(list(_mark(a)) for a in taken.attempts)]
    return {
        "platform": platform,
        "label": counts.piece.label,
        "file": counts.piece.file,
        "path": counts.piece.entry.shown,
        "name": counts.piece.people[0].name,
        "number": counts.piece.people[0].number,
        "people": len(counts.piece.people),
        "late": counts.late,
        "when": counts.when.isoformat(),
        "claim": list(taken.claim),
        "modules": list(taken.modules),
        "attempts": attempts,
    }


def _keep_archive(source, course):
    with open(source, "rb") as file:
        name = hashlib.file_digest(file, "sha256").hexdigest()[:12] + ".zip"
    kept = course / "collected" / "archives" / name
    if not kept.exists():
        with whole(kept) as temporary:
            shutil.copyfile(source, temporary)


@contextlib.contextmanager
def _undisturbed():
    """Ctrl-C waits until all is written: a second or two."""
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


# --- telling ------------------------------------------------------------------------------------


def told(made, dry_run=False):
    """What `collect` did, in lines for a terminal."""
    for taken in made.taken:
        old = [] if taken.new else ["as before"]
        notes = "; ".join([*old, *taken.notes])
        line = f"  {taken.student} <- {taken.counts.piece.entry.shown}"
        yield f"{line}  ({notes})" if notes else line
    if made.left:
        yield f"Not matched, {len(made.left)} files:"
    for path, why in made.left:
        yield f"  {path}: {why}"
    for remark in made.remarks:
        yield f"  {remark}"
    late = sum(taken.counts.late for taken in made.taken)
    several = sum(any(n.startswith("not ") for n in taken.notes) for taken in made.taken)
    labs = ", ".join(sorted({taken.lab for taken in made.taken})) or "no lab"
    yield (
        f"{labs}, from {PLATFORMS[made.platform]}: {len(made.taken)} matched, {len(made.new)} new, "
        f"{late} late, {several} with several files; {len(made.left)} files not matched."
    )
    if dry_run:
        yield "Nothing was written (--dry-run)."

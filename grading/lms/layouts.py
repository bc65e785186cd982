"""How platforms name their downloads: from the files of an archive to who handed in what.

Each layout is a function that takes the entries and returns those it recognizes as `Piece`, with
the platform's description of the student. Nothing here knows the roster or reads a notebook.
"""

import contextlib
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

import yaml
from dateutil.parser import parse

from grading.lms.archive import COPIES, Entry, Refused, Source, is_of_the_system
from grading.lms.loose import parts_of, without_endings
from grading.lms.text import composed, same_letters
from grading.records.traces import METADATA
from grading.wording import counted

CANVAS = re.compile(
    r"(?P<name>.*?)(?:_(?P<late>LATE))?_(?P<number>\d+)_(?P<attachment>\d+)_(?P<file>.+)", re.S
)
CANVAS_ANONYMOUS = re.compile(
    r"(?P<late>LATE_)?(?P<name>anon_[A-Za-z0-9]{4,8})_(?P<attachment>\d+)_(?P<file>.+)", re.S
)
AGAIN = re.compile(r"(?:-(\d{1,3})| \((\d{1,3})\))(?=(?:\.\w+)*\Z)")
MOODLE = re.compile(
    r"(?P<name>.*?)_(?:(?P<number>\d+)_)?assign(?:submission|feedback)_(?P<plugin>[a-z]+)"
    r"(?:_(?P<file>.*))?",
    re.S,
)
GRADESCOPE = re.compile(r"submission_(?P<number>\d+)")
EXCHANGE = re.compile(
    r"(?P<name>[^+]+)\+(?P<lab>[^+]+)\+(?P<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)? [\w/+-]+?)"
    r"(?:\+[^+]*)?"
)
BLACKBOARD = re.compile(
    r"(?P<attempt>(?P<who>.+?_.+?)_attempt_(?P<day>\d{4}-\d\d-\d\d)-(?P<time>\d\d-\d\d-\d\d))"
    r"(?:_(?P<file>.+)|\.txt)",
    re.S,
)
RECEIPT = re.compile(r"\ufeff?Name: .*\((.+)\)\s*$", re.M)  # how Blackboard's text begins
BRIGHTSPACE = re.compile(
    r"(?P<number>\d+)-\d+ - (?P<name>.+?) - "
    # A time in the language of whoever downloads: words, a year, and then hours and minutes.
    r"(?P<time>(?:(?! - )[^/]){0,40}?(?<!\d)20\d\d(?!\d)(?:(?! - )[^/]){0,20}?(?<!\d)"
    r"(?P<clock>\d\d?[:_.h ]{0,3}\d\d)(?!\d)(?P<half>[^\d/-]{1,14}?)?)(?: - (?P<file>.+))?",
    re.S,
)
STUDENTS = (MOODLE, GRADESCOPE, BRIGHTSPACE, EXCHANGE)  # a folder of this name is one student's
MAX_METADATA = 200 << 20
NO_FILE = "no file came with this attempt: text typed into Blackboard is not graded"
ONLY_A_COPY = "only Jupyter's own copy is there, not the notebook: ask for the .ipynb"


@dataclass(frozen=True)
class Person:
    """A student as a platform describes them, with "" for what it does not say."""

    name: str
    number: str = ""
    email: str = ""
    sid: str = ""
    aliases: tuple = ()  # other names that the name may stand for

    @property
    def key(self) -> str:
        """What identifies this person within an archive."""
        return self.number or self.email or self.sid or self.name


@dataclass
class Piece:
    """A file that a student handed in.

    file is the student's name for it; label is the platform's name of the submission, for `return`;
    number orders uploads.
    """

    entry: Entry
    people: tuple
    file: str
    label: str
    late: bool = False
    time: datetime | None = None
    number: tuple = ()
    note: str = ""


@dataclass
class Layout:
    """The layout that an archive was recognized as."""

    platform: str
    pieces: list
    strays: list = field(default_factory=list)  # of (Entry, why)
    above: tuple = ()  # the folders around it
    receipts: list = field(default_factory=list)  # of (Entry, Person): texts about what they sent
    remarks: list = field(default_factory=list)

    @property
    def is_likely(self) -> bool:
        """Whether it knows most of the files; Gradescope's are known by more than their names."""
        return self.platform == "gradescope" or len(self.pieces) >= len(self.strays)

    @property
    def knows(self) -> tuple[int, int]:
        """How many files it knows, and how much of their names it takes for the students' own."""
        return len(self.pieces), sum(len(piece.file) for piece in self.pieces)


def recognised(
    source: Source,
    lab_names: Iterable[str] = (),
    is_students: Callable[[str], bool] = lambda name: False,
) -> Layout:
    """Which platform an archive comes from, and who handed in what.

    Parameters
    ----------
    source : grading.lms.archive.Source
    lab_names : iterable of str
        A folder named after a lab is the lab's, never a student's.
    is_students : callable
        Whether a folder of this name is known to be a student's: the names in it are theirs, and
        say nothing about who hands in.
    """
    entries = [entry for entry in source.entries if not is_of_the_system(entry)]
    entries, above = _unwrapped(entries, set(lab_names), source.repositories, is_students)
    # The one that knows most files, for a student may call one as another platform would. Of two
    # that know all, the one by which more of the names is the students': theirs comes last.
    layouts = [made for layout in LAYOUTS if (made := layout(entries)) and made.is_likely]
    found = max(layouts, key=lambda layout: layout.knows, default=None)
    either = {layout.platform: layout for layout in layouts}
    if either.keys() == {"blackboard", "canvas"} and either["blackboard"].receipts:
        found = either["blackboard"]  # Canvas numbers each file: none of its begins like another
    cloned = {folder[-1] for folder in source.repositories if folder and folder[:-1] == above}
    found = found or _plain(entries, set(lab_names), cloned, is_students)
    found.above = above
    found.strays += [(entry, ONLY_A_COPY) for entry in _copies_alone(source.entries)]
    return found


def _copies_alone(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Jupyter's own copies of notebooks in whose folder nothing else was handed in."""
    folders = {entry.path[:-1] for entry in entries if not is_of_the_system(entry)}
    for entry in entries:
        is_one = COPIES in entry.path[:-1] and not entry.name.startswith("._")
        if is_one and entry.path[: entry.path.index(COPIES)] not in folders:
            yield entry


def _unwrapped(
    entries: list[Entry],
    lab_names: set[str],
    repositories: Mapping[tuple[str, ...], Any],
    is_students: Callable[[str], bool],
) -> tuple[list[Entry], tuple[str, ...]]:
    """Drop the single top folder if it holds only folders or an export; say which were dropped."""
    above: tuple[str, ...] = ()
    while True:
        tops = {entry.path[0] for entry in entries}
        if len(tops) != 1 or any(len(entry.path) == 1 for entry in entries):
            return entries, above
        seconds = {entry.path[1] for entry in entries}
        files = [entry for entry in entries if len(entry.path) == 2]
        only = next(iter(tops))
        if is_students(only) or (*above, only) in repositories:
            return entries, above
        known = any(own.fullmatch(only) for own in STUDENTS) or seconds & lab_names
        known_below = any(_names_someone(second) for second in seconds)
        one_student = files and len({without_endings(entry.name) for entry in files}) < 3
        if known or (one_student and not known_below):
            return entries, above
        above = (*above, only)
        entries = [replace(entry, path=entry.path[1:]) for entry in entries]


def _names_someone(name: str) -> bool:
    formats = (MOODLE, BLACKBOARD, BRIGHTSPACE)
    return bool(_canvas_match(name)) or name == METADATA or any(f.fullmatch(name) for f in formats)


# --- Canvas -------------------------------------------------------------------------------------


def _canvas_match(name: str) -> re.Match[str] | None:
    return CANVAS_ANONYMOUS.fullmatch(name) or CANVAS.fullmatch(name)


def _canvas_readings(name: str) -> list[re.Match[str]]:
    """All ways to read a name: a student may be called `Jane_2`, a file `2_lab.ipynb`."""
    found = _canvas_match(name)
    readings = [found] if found else []
    while found and len(readings) < 4 and re.match(r"\d+_.", found["file"]):
        longer = CANVAS.pattern.replace(".*?", f".{{{found.end('number')},}}?", 1)
        found = re.compile(longer, re.S).fullmatch(name)
        readings += [found] if found else []
    return readings


def _canvas_matches(entries: list[Entry]) -> Iterator[tuple[Entry, re.Match[str] | None]]:
    """Read each name: the numbers of an assignment's uploads have about the same length."""
    readings = [_canvas_readings(entry.path[0]) for entry in entries]
    counted = Counter(len(found[0]["attachment"]) for found in readings if len(found) == 1)
    usual = max(counted, key=counted.__getitem__, default=None)
    for entry, found in zip(entries, readings, strict=True):
        sure = [match for match in found if len(match["attachment"]) == usual]
        yield entry, next(iter(sure or found), None)


def _canvas(entries: list[Entry]) -> Layout | None:
    matches = list(_canvas_matches(entries))
    found = [(entry, match) for entry, match in matches if match]
    if not found or 2 * len(found) < len(entries):
        return None
    layout = Layout("canvas", [])
    for entry, match in matches:
        if match is None:
            layout.strays.append((entry, "its name is not in Canvas's format"))
            continue
        number = match.groupdict().get("number") or match["name"].removeprefix("anon_")
        layout.pieces.append(
            Piece(
                entry,
                (Person(composed(match["name"]), number),),
                match["file"],
                entry.path[0],
                late=bool(match["late"]),
                time=entry.time,
                number=(_again(match["file"]), int(match["attachment"])),
            )
        )
    return layout


def _again(name: str) -> int:
    """The number of an upload: 1 for `lab-1.ipynb` and `lab (1).ipynb`, 0 for the first."""
    found = AGAIN.search(name)
    return int(found[1] or found[2]) if found else 0


# --- Moodle -------------------------------------------------------------------------------------


def _moodle(entries: list[Entry]) -> Layout | None:
    found = [(entry, _moodle_match(entry)) for entry in entries]
    matches = [match for _, match in found if match]
    if not matches:
        return None
    layout = Layout("moodle", [])
    groups = _groups({m["number"] or m["name"]: composed(m["name"]) for m in matches}.values())
    for entry, match in found:
        if match is None:
            layout.strays.append((entry, "its name is not in Moodle's format"))
            continue
        flat, below = match["file"] or "", entry.path[1:]
        again = MOODLE.fullmatch(flat)
        piece = Piece(
            entry,
            (_moodle_person(match, groups),),
            below[-1] if below else flat,
            entry.path[0] if below else entry.path[0][: match.end("plugin") + 1],
            time=entry.time,
        )
        if match["plugin"] == "onlinetext":
            piece.note = "text typed into Moodle is not graded"
        if again and composed(again["name"]) != composed(match["name"]):
            piece.note = f"it could be {match['name']}'s or {again['name']}'s: ask who handed it in"
        layout.pieces.append(piece)
    return layout


def _moodle_match(entry: Entry) -> re.Match[str] | None:
    match = MOODLE.fullmatch(entry.path[0])
    return match if match and (match["file"] or len(entry.path) > 1) else None


def _groups(names: Collection[str]) -> set[str]:
    """What may be a group in `<group>-<name>`: what several names begin with, if all have one.

    Anne-Marie among others is not Marie.
    """
    counted = Counter(start for name in names for start in _starts(name, "-"))
    groups = {start for start, number in counted.items() if number > 1}
    return groups if all(groups & set(_starts(name, "-")) for name in names) else set()


def _moodle_person(match: re.Match[str], groups: set[str]) -> Person:
    name = composed(match["name"])
    names = [name[len(start) :].strip() for start in _starts(name, "-") if start in groups]
    return Person(name, match["number"] or "", aliases=tuple(filter(None, names)))


# --- Gradescope ---------------------------------------------------------------------------------


def _gradescope(entries: list[Entry]) -> Layout | None:
    metadata = [entry for entry in entries if entry.path == (METADATA,)]
    folders = [entry for entry in entries if GRADESCOPE.fullmatch(entry.path[0])]
    if not folders or (not metadata and 2 * len(folders) < len(entries)):
        return None
    known = _metadata(metadata[0]) if metadata else {}
    layout = Layout("gradescope", [])
    for entry in entries:
        match = GRADESCOPE.fullmatch(entry.path[0])
        if entry.path == (METADATA,):
            continue
        if match is None or len(entry.path) < 2:
            layout.strays.append((entry, "it is not in a submission's folder"))
            continue
        about = known.get(entry.path[0], {})
        people = tuple(_submitters(about))
        if not people:
            layout.strays.append((entry, f"{METADATA} does not say whose {entry.path[0]} is"))
            continue
        time = about.get(":created_at", about.get("created_at"))
        lateness = about.get(":lateness", about.get("lateness"))
        layout.pieces.append(
            Piece(
                entry,
                people,
                entry.path[-1],
                entry.path[0],
                late=bool(lateness) and str(lateness) not in ("0", "0.0", "00:00:00", "0:00:00"),
                time=_moment(time) or entry.time,
                number=(int(match["number"]),),
            )
        )
    return layout


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML as Ruby writes it: Ruby's own tags are ignored."""


def _untagged(loader: Any, suffix: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return loader.construct_scalar(node)


_Loader.add_multi_constructor("!", _untagged)


def _metadata(entry: Entry) -> dict[str, dict[Any, Any]]:
    if entry.size > MAX_METADATA:
        raise Refused(f"{METADATA} is larger than {MAX_METADATA >> 20} MB.")
    try:
        content = yaml.load(entry.read(), _Loader)
    except (yaml.YAMLError, ValueError, RecursionError, TypeError) as error:
        where = " ".join(str(error).split())[:200]
        raise Refused(f"{METADATA} cannot be read: {where}") from None
    content = content if isinstance(content, dict) else {}
    return {str(key): value for key, value in content.items() if isinstance(value, dict)}


def _submitters(about: Mapping[Any, Any]) -> Iterator[Person]:
    found = about.get(":submitters", about.get("submitters"))
    for one in found if isinstance(found, list) else ():
        if isinstance(one, dict):
            say = {str(key).strip(":"): value for key, value in one.items()}
            name, sid, email = (
                "" if say.get(key) is None else composed(str(say[key]))
                for key in ("name", "sid", "email")
            )
            if name or sid or email:
                yield Person(name, email=email, sid=sid)


def _moment(value: object) -> datetime | None:
    """A time from YAML, with a zone."""
    if isinstance(value, str):
        try:
            value = parse(value)
        except (ValueError, OverflowError):
            return None
    if not isinstance(value, datetime):
        return None
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


# --- nbgrader's exchange ------------------------------------------------------------------------


def _exchange(entries: list[Entry]) -> Layout | None:
    """Folders of `nbgrader submit`: student, assignment and time, with plus signs between."""
    found = [(entry, EXCHANGE.fullmatch(entry.path[0])) for entry in entries]
    if not any(match for _, match in found):
        return None
    layout = Layout("exchange", [])
    for entry, match in found:
        if match is None or len(entry.path) < 2:
            layout.strays.append((entry, "it is not in a folder of the exchange"))
        elif entry.name != "timestamp.txt":
            person = Person(composed(match["name"]))
            time = _moment(match["time"]) or entry.time
            layout.pieces.append(Piece(entry, (person,), entry.name, entry.path[0], time=time))
    return layout


# --- Blackboard and Brightspace -----------------------------------------------------------------


def _blackboard(entries: list[Entry]) -> Layout | None:
    """`<assignment>_<user name>_attempt_<time>_<file>`, and a text about each attempt."""
    found = [(entry, BLACKBOARD.fullmatch(entry.path[0])) for entry in entries]
    heads = {match["who"] for _, match in found if match}
    if not heads:
        return None
    shared = Counter(start for head in heads for start in _starts(head))
    said = {
        _start_said(entry, match["who"]) for entry, match in found if match and not match["file"]
    }
    with_files = {match["attempt"] for _, match in found if match and match["file"]}
    layout = Layout("blackboard", [])
    for entry, match in found:
        if match is None:
            layout.strays.append((entry, "its name is not in Blackboard's format"))
            continue
        # A user name may have the sign in it that ends the assignment's. Where no text says which
        # it is, most begin with the assignment. The aliases are shorter ones, and longer ones where
        # all that begin with more begin alike.
        starts = _starts(match["who"])
        start = max(starts, key=lambda each: (each in said, shared[each], len(each)))
        likely = [
            each for each in starts if len(each) > len(start) or shared[each] == shared[start]
        ]
        users = [composed(match["who"][len(each) :]) for each in likely]
        user = users.pop(likely.index(start))
        person = Person(user, user, aliases=() if start in said else tuple(users))
        if not match["file"] and match["attempt"] in with_files:
            layout.receipts.append((entry, person))
            continue
        time = _local(f"{match['day']} {match['time'].replace('-', ':')}") or entry.time
        file, note = _own(entry, match), "" if match["file"] else NO_FILE
        layout.pieces.append(Piece(entry, (person,), file, entry.path[0], time=time, note=note))
    return layout


def _start_said(entry: Entry, head: str) -> str:
    """The assignment's part of a name, by the user name in Blackboard's text; "" if unknown."""
    with contextlib.suppress(Refused):
        named = RECEIPT.match(entry.read()[:2_000].decode("utf-8", "replace"))
        if named and head.endswith(f"_{named[1]}"):
            return head.removesuffix(named[1])
    return ""


def _starts(head: str, sign: str = "_") -> list[str]:
    """What may stand before a name: an assignment or a group, with the sign after it."""
    return [head[: found.end()] for found in re.finditer(f"{sign}(?=.)", head, re.S)]


def _brightspace(entries: list[Entry]) -> Layout | None:
    """`<number>-<number> - <name> - <time>`, a folder or, with the file's name after it, a file."""
    found = [(entry, BRIGHTSPACE.fullmatch(entry.path[0])) for entry in entries]
    if not any(match for _, match in found):
        return None
    layout, unread = Layout("brightspace", []), []
    for entry, match in found:
        if match and (len(entry.path) > 1 or match["file"]):
            name = composed(match["name"])
            own = name.rpartition(" - ")[2]  # `<group> - <who handed it in>`
            person = Person(name, match["number"], aliases=(own,) if own != name else ())
            time, file = _brightspace_time(match), _own(entry, match)
            unread += [match["time"]] * (time is None)
            time = time or entry.time
            layout.pieces.append(Piece(entry, (person,), file, entry.path[0], time=time))
        elif entry.path != ("index.html",):
            layout.strays.append((entry, "its name is not in Brightspace's format"))
    if unread:
        layout.remarks.append(
            f"{counted(len(unread), 'file')} will be dated by the zip, which may have the time of "
            f"the download: times such as {unread[0]!r} cannot be read. Download again with "
            "Brightspace in English."
        )
    return layout


def _brightspace_time(match: re.Match[str]) -> datetime | None:
    """The time in a name; None if it is in another language, or 10/12 might be either month."""
    clock, half = re.findall(r"\d+", match["clock"]), match["half"] or ""
    day = match["time"][: match.start("clock") - match.start("time")].rstrip(" ,")
    if not re.match(r"20\d\d", day) and not re.search(r"[^\W\d]", day):
        return None
    digits = "".join(clock)
    return _local(f"{day} {digits[:-2]}:{digits[-2:]}{half}")


def _own(entry: Entry, match: re.Match[str]) -> str:
    """The student's name for a file: in a folder or a zip its own, else what the platform adds."""
    return entry.path[-1] if len(entry.path) > 1 else match["file"] or entry.name


def _local(text: str) -> datetime | None:
    """A time that the platform showed to whoever downloaded it: in this machine's time zone."""
    with contextlib.suppress(ValueError, OverflowError, OSError):
        return parse(text).astimezone(UTC)
    return None


LAYOUTS = (_gradescope, _exchange, _moodle, _blackboard, _brightspace, _canvas)


# --- GitHub Classroom and plain folders ---------------------------------------------------------


def _plain(
    entries: list[Entry],
    lab_names: set[str],
    cloned: set[str],
    is_students: Callable[[str], bool],
) -> Layout:
    """One folder or file per student; `<assignment>-<login>` if all folders begin alike.

    It is GitHub's if most folders are repositories, which say when their work was committed.
    """
    labs = {same_letters(name) for name in lab_names}
    folders = sorted({composed(entry.path[0]) for entry in entries if len(entry.path) > 1})
    prefixes = _prefixes(folders)
    of_a_lab = any(same_letters(prefix) in labs for prefix in prefixes)
    are_cloned = cloned and 2 * len(cloned) >= len(folders)
    layout = Layout("github" if are_cloned or of_a_lab else "plain", [])
    stems = {composed(without_endings(entry.name)) for entry in entries if len(entry.path) == 1}
    said = {stem: parts_of(stem, lab_names) for stem in stems}
    usual = Counter(part for parts in said.values() for part in set(parts))
    titles = {part for part, many in usual.items() if 1 < many >= len(said) / 2}
    for entry in entries:
        top = entry.path[0] if len(entry.path) > 1 else without_endings(entry.name)
        name = composed(top)
        if len(entry.path) == 1 and (not said[name] or same_letters(name) in labs):
            layout.strays.append((entry, "its owner is unknown: it is not in a student's folder"))
            continue
        aliases = [name[len(prefix) :] for prefix in prefixes] if len(entry.path) > 1 else []
        if len(entry.path) == 1:
            whole = " - ".join(said[name])  # a student has the same name in every lab
            # Only what most files say beside it, such as a title, is no part of a name.
            known = [part for part in said[name] if is_students(part)]
            named = len(known) == 1 and titles.issuperset({*said[name]} - {*known})
            ways = [whole] * (whole not in stems or whole == name) + [name] + known * named
            name = next(filter(is_students, ways), ways[0])
        person = Person(name, aliases=tuple(filter(None, aliases)))
        layout.pieces.append(Piece(entry, (person,), entry.name, top, time=entry.time))
    return layout


def _prefixes(folders: list[str]) -> list[str]:
    """Candidates for the assignment in `<assignment>-<login>`: prefixes of all names."""
    common = folders[0] if folders else ""
    for folder in folders:
        while not folder.startswith(common):
            common = common[:-1]
    return [common[: match.end()] for match in re.finditer("-", common)]

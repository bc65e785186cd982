"""Archives as platforms make them, with names that break whoever does not expect them."""

import json
import zipfile
from dataclasses import dataclass
from unicodedata import normalize

import yaml


@dataclass(frozen=True)
class Pupil:
    """A student as a platform and as the roster have them."""

    id: str
    first: str
    last: str
    number: str

    @property
    def email(self):
        return f"{self.id}@example.org"


NAMES = [
    ("Ada", "Lovelace"),
    ("Jean-Luc", "O'Neill-Smith"),
    ("Žofie", "Černá"),
    (normalize("NFD", "Zoë"), normalize("NFD", "Müller")),
    ("José", "García"),
    ("Bob", "Miller"),
    ("Bob", "Miller"),  # two people
    ("李", "明"),
    ("محمد", "علي"),
    ("Anna_Maria", "de_la_Cruz"),
    ("ADA", "LOVELACEY"),
    ("Late", "Student"),
    ("Anne", "Group 7"),
    ("Karl" * 30, "Long" * 20),
    ("R2", "D2 3 4"),
    ("Dot.", "Trailing. "),
    ("=HYPERLINK(1)", "Formula"),
    ("🙂", "Smile"),
    ("Łukasz", "Ørsted"),
]
PUPILS = [
    Pupil(f"s{number:03}", first, last, str(70_000 + number))
    for number, (first, last) in enumerate(NAMES)
]


def roster(
    path,
    pupils=PUPILS,
    columns=("email", "lms_id", "shoe", "id", "last_name", "first_name", "section"),
):
    """Write a roster with its columns in some order, and one that nobody needs."""
    import csv

    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        for place, pupil in enumerate(pupils):
            said = {
                "id": pupil.id,
                "first_name": pupil.first,
                "last_name": pupil.last,
                "email": pupil.email,
                "section": "A" if place % 2 else "B",
                "lms_id": pupil.number,
            }
            writer.writerow([said.get(column, "42") for column in columns])
    return path


def canvas_name(pupil):
    """Last and first name run together in small letters, as Canvas begins its file names."""
    name = (pupil.last + pupil.first).casefold()
    return "".join(c for c in name if c.isalnum() or c in "-'") or "student"


def in_canvas(pupil, name, late=False, attachment=None):
    late = "_LATE" if late else ""
    return f"{canvas_name(pupil)}{late}_{pupil.number}_{attachment or pupil.number + '9'}_{name}"


def in_moodle(pupil, name, plugin="file", flat=False, ending="_"):
    full = f"{pupil.first} {pupil.last}".replace("_", " ").strip()
    folder = f"{full}_{int(pupil.number) + 5_000_000}_assignsubmission_{plugin}"
    return f"{folder}_{name}" if flat else f"{folder}{ending}/{name}"


def in_blackboard(pupil, name, time="2026-10-01-12-00-00", assignment="Lab_0: Tiny"):
    return f"{assignment}_{pupil.id}_attempt_{time}_{name}"


def in_brightspace(pupil, name, time="Oct 1, 2026 330 PM", flat=False):
    full = f"{pupil.first} {pupil.last}".strip()
    return f"{pupil.number}-407563 - {full} - {time}{' - ' if flat else '/'}{name}"


def metadata(groups, when="2026-10-01 12:00:00.000000000 Z"):
    """`submission_metadata.yml` of submissions, each of one student or several."""
    content = {}
    for number, pupils in groups.items():
        submitters = [
            {":name": f"{p.first} {p.last}", ":sid": p.id, ":email": p.email} for p in pupils
        ]
        content[f"submission_{number}"] = {
            ":submitters": submitters,
            ":created_at": when,
            ":score": 3.0,
            ":history": [],
        }
    text = yaml.safe_dump(content, allow_unicode=True)
    return text.replace(f"'{when}'", when)  # Ruby does not quote a time


def make_zip(path, files, time=(2026, 10, 1, 12, 0, 0), flags=None):
    """A zip of names and contents."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, time)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, as_bytes(content))
    return path


def make_folder(path, files):
    for name, content in files.items():
        target = path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(as_bytes(content))
    return path


def as_bytes(content):
    if isinstance(content, bytes):
        return content
    return content.encode() if isinstance(content, str) else json.dumps(content).encode()

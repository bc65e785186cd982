"""Canvas, Moodle and Gradescope, as far as a class can tell: how each names what it hands out, and
how it reads what is sent back. Written from what the platforms do, not from what `collect` expects.
"""

import csv
import io
import re
import unicodedata
import zipfile

import yaml

CANVAS_COLUMNS = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
MOODLE_COLUMNS = [
    "Identifier",
    "Full name",
    "Email address",
    "Status",
    "Grade",
    "Maximum grade",
    "Grade can be changed",
    "Last modified (submission)",
    "Last modified (grade)",
    "Feedback comments",
]


def is_word(character):
    """What Ruby's `[[:word:]]` matches: letters, marks, digits, and what joins words."""
    return unicodedata.category(character)[0] in "LM" or unicodedata.category(character) in (
        "Nd",
        "Pc",
    )


class Canvas:
    """Everybody has a number for good; an upload's number is larger than those before it."""

    name = "canvas"

    def __init__(self):
        self.uploads = {}

    def file(self, pupil, name, late=False, group=""):
        """A file's name in the zip of **Download Submissions**."""
        sortable = group or ", ".join(filter(None, [pupil.last, pupil.first]))
        who = re.sub(r"_(\d+)_", r"\1", sortable).lower()
        begin = "_".join([who, *(["LATE"] if late else []), pupil.number])
        begin = "".join(filter(is_word, begin))
        upload = str(90_000_000 + len(self.uploads))
        self.uploads[upload] = pupil.number
        return f"{begin}_{upload}_" + re.sub(r'[\x00/\\:*?"<>|]+', "_", name)

    def pages(self, path):
        """Each page of a zip that is re-uploaded, by the number of the student who gets it."""
        found = {}
        for name, data in files_of(path):
            base = name.split("/")[-1]
            numbers = [part for part in base.split("_") if re.fullmatch(r"[0-9]+", part)][:2]
            assert not base.split("_")[-1].startswith("link")
            number, upload = numbers
            assert self.uploads[upload] == number, f"{name}: this upload is not {number}'s"
            assert number not in found
            found[number] = data
        return found

    def points(self, path):
        """Points by the student's number, as the import reads them."""
        head, possible, *rows = table(path)
        assert head[:5] == CANVAS_COLUMNS
        assert len(head) == 6
        assert "Points Possible" in possible[0]
        assert all(len(row) == 6 for row in rows)
        return {row[1]: float(row[5]) for row in rows}, float(possible[5])


class Moodle:
    """Participants have a number in this assignment; names lose what a file may not have."""

    name = "moodle"

    def __init__(self, folders=True, old=False):
        self.folders, self.old = folders, old

    @staticmethod
    def number(pupil):
        return str(int(pupil.number) + 1_234_000)

    def file(self, pupil, name, plugin="file", group=""):
        full = f"{pupil.first} {pupil.last}".strip().replace("_", " ")
        begin = (f"{group}-" if group else "") + f"{full}_{self.number(pupil)}"
        begin = clean(f"{begin}_assignsubmission_{plugin}")
        if not self.folders:
            return clean(f"{begin}_{name}")
        folder = begin + ("_" if self.old else "")
        return re.sub(r"\.\.+", "", clean(folder) + "/" + clean(name))

    def pages(self, path):
        """Each feedback file, by participant: numbers stand between the first two underscores."""
        found = {}
        for name, data in files_of(path):
            for part in name.split("/"):
                pieces = part.split("_", 4)
                if len(pieces) >= 4 and pieces[1].isdigit():
                    assert pieces[2:4] == ["assignsubmission", "file"]
                    assert pieces[1] not in found
                    assert not name.split("/")[-1].startswith((".", "~"))
                    found[pieces[1]] = data
                    break
            else:
                raise AssertionError(f"Moodle does not know whose {name} is")
        return found

    def points(self, path):
        head, *rows = table(path)
        assert head == MOODLE_COLUMNS
        assert all(row[0].startswith("Participant ") for row in rows)
        (most,) = {float(row[5]) for row in rows}
        return {row[0].removeprefix("Participant "): float(row[4]) for row in rows}, most


class Gradescope:
    """A folder for each submission, and one file that says whose they are."""

    name = "gradescope"

    def __init__(self):
        self.submissions = {}

    def export(self, handed_in, when="2026-10-01 12:00:00.123456000 -05:00"):
        """Files of an export: of each submission its people and what lies in it."""
        files = {}
        for people, content in handed_in:
            folder = f"submission_{300_000_000 + len(self.submissions)}"
            self.submissions[folder] = {
                ":submitters": [
                    {":name": f"{p.first} {p.last}".strip(), ":sid": p.id, ":email": p.email}
                    for p in people
                ],
                ":created_at": "WHEN",
                ":score": 0.0,
                ":status": "processed",
                ":results": {"tests": []},
                ":history": [{":id": 1, ":created_at": "WHEN", ":score": 0.0}],
            }
            files |= {f"{folder}/{name}": data for name, data in content.items()}
        text = yaml.safe_dump(self.submissions, allow_unicode=True, sort_keys=False)
        files["submission_metadata.yml"] = text.replace("WHEN", when)
        return {f"assignment_4711_export/{name}": data for name, data in files.items()}

    def pages(self, path):
        found = {}
        for name, data in files_of(path):
            people = self.submissions[name.split("/")[0]][":submitters"]
            if len(people) == 1:
                found[people[0][":sid"]] = data
            else:
                found[name.split("/")[-1].removesuffix(".html")] = data
        return found

    def points(self, path):
        head, *rows = table(path)
        assert head[:5] == ["First Name", "Last Name", "SID", "Email", "Sections"]
        assert head[6] == f"{head[5]} - Max Points"
        (most,) = {float(row[6]) for row in rows}
        return {row[2]: float(row[5]) for row in rows}, most


def clean(name):
    """A file's name as Moodle cleans it."""
    kept = "".join(c for c in name if unicodedata.category(c) != "Cc")
    return re.sub(r"[&<>\"`|':\\/]", "", kept)


def files_of(path):
    with zipfile.ZipFile(path) as archive:
        return [(name, archive.read(name).decode()) for name in archive.namelist()]


def table(path):
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))

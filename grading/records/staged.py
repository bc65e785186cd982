"""A release in two steps: write all files to a staging folder, then commit to the gradebook.

The gradebook's transaction names the release. The files of that release are moved to their places,
now or by the next command; all other staged files are deleted.
"""

import json
import shutil
import uuid
from pathlib import Path
from typing import Any

from sqlalchemy import select

from grading.records.files import read_json, swap_folder
from grading.records.tables import LABS, put
from grading.whole import write_whole

READY = "release.json"


class Staged:
    """The files of a release that is being made."""

    def __init__(self, course: Path, lab: str) -> None:
        self.course, self.lab, self.id = course, lab, uuid.uuid4().hex
        self.folder = course / ".release" / lab

    def begin(self) -> None:
        """Make an empty staging folder."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)

    def changed_by_hand(self, notebooks: Path) -> list[Path]:
        """The path of the students' notebook, if it is neither as last released nor as it will be.

        Somebody may have mended a sentence there, or tried the lab.
        """
        name = f"{self.lab}.ipynb"
        there = notebooks / self.lab / name
        last, new = (root / "release" / self.lab / name for root in (self.course, self.folder))
        if not (there.exists() and last.exists()):
            return []
        known = last.read_bytes(), new.read_bytes()
        return [] if there.read_bytes() in known else [there]

    def ready(self, notebooks: Path) -> None:
        """Mark the files as complete, and note where the students' notebook belongs."""
        content = {"id": self.id, "notebooks": str(notebooks.resolve())}
        (self.folder / READY).write_text(json.dumps(content))

    def note_in(self, db: Any) -> None:
        """Name this release in the gradebook; does not commit."""
        put(db, LABS, "lab", {"lab": self.lab, "release": self.id})

    def put_in_place(self) -> None:
        """Move the files, except those already moved."""
        content = json.loads((self.folder / READY).read_text())
        name = f"{self.lab}.ipynb"
        released = self.folder / "release" / self.lab / name
        if released.exists():
            target = Path(content["notebooks"]) / self.lab / name
            if not target.exists() or target.read_bytes() != released.read_bytes():
                write_whole(target, released.read_bytes())
        for kind in ("source", "release"):
            new = self.folder / kind / self.lab
            if new.exists():
                swap_folder(new, self.course / kind / self.lab)

    def remove(self) -> None:
        """Remove what is left in the staging folder."""
        shutil.rmtree(self.folder, ignore_errors=True)
        if self.folder.parent.is_dir() and not any(self.folder.parent.iterdir()):
            self.folder.parent.rmdir()


def finish_release(course: Path, lab: str, db: Any) -> None:
    """Finish, or undo, a release of a lab that was killed halfway."""
    left = Staged(course, lab)
    if not left.folder.is_dir():
        return
    made = read_json(left.folder / READY).get("id")
    named = db.execute(select(LABS.c.release).where(LABS.c.lab == lab)).scalar()
    if made and named == made:
        left.put_in_place()
    left.remove()

"""What `collect` found, and its summary: whose each notebook is, and what could not be used."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from grading.lms.layouts import Piece
from grading.lms.notebooks import Look
from grading.wording import counted

PLATFORMS = {"canvas": "Canvas", "moodle": "Moodle", "gradescope": "Gradescope"}
PLATFORMS |= {"blackboard": "Blackboard", "brightspace": "Brightspace"}
PLATFORMS |= {"github": "GitHub", "plain": "folders", "exchange": "nbgrader's exchange"}
SHOWN = 20  # files that are listed of one student, and in all if none is anybody's


@dataclass
class Attempt:
    """A notebook that a student handed in, and what it turned out to be."""

    piece: Piece
    look: Look
    digest: str
    when: datetime
    late: bool = False
    data: bytes | None = field(default=None, repr=False)  # None: read it again
    said: str = ""  # whether it was late, if the platform gives no time
    uncommitted: bool = False  # it is dated by the last commit but is not in it

    @property
    def order(self) -> tuple[Any, ...]:
        """Sort key, later is larger: the platform's numbers, then time, then cells filled in."""
        return (self.piece.number, self.when.replace(microsecond=0), self.look.answered)


Others = list[tuple[Piece, str]]  # other files, and why they cannot be read, or ""


@dataclass
class Taken:
    """A student's attempts at a lab, oldest first; the last one counts.

    If the class has better work, a blank or damaged one is set aside: kept, but no attempt.
    """

    student: str
    lab: str
    attempts: list
    claim: tuple
    notes: list = field(default_factory=list)
    new: bool = True
    aside: bool = False
    older: bool = False  # than what Canvas handed out before, by its numbers

    @property
    def counts(self) -> Attempt:
        return self.attempts[-1]


@dataclass
class Collected:
    """What `collect` found: who handed in what, and what it could not use."""

    platform: str
    taken: list = field(default_factory=list)
    left: list = field(default_factory=list)  # of (path, why)
    remarks: list = field(default_factory=list)
    whose: dict = field(default_factory=dict)  # names of all files in the archive, by student

    @property
    def new(self) -> list[Taken]:
        return [taken for taken in self.taken if taken.new]


def lines_of(left: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Files that could not be used, and why; a few of each student, who may hand in thousands."""
    seen: Counter[str] = Counter()
    for path, why in left:
        top = path.partition("/")[0]
        seen[top] += 1
        if seen[top] <= SHOWN:
            yield f"{path}: {why}"
    yield from (f"{top}: and {n - SHOWN:,} more files" for top, n in seen.items() if n > SHOWN)


def summary_lines(made: Collected, dry_run: bool = False) -> Iterator[str]:
    """What `collect` did, as lines for a terminal."""
    for taken in made.taken:
        notes = "; ".join(taken.notes)
        line = f"  {taken.student} <- {taken.counts.piece.entry.shown}"
        yield f"{line}  ({notes})" if notes else line
    if made.left:
        yield f"Not matched, {counted(len(made.left), 'file')}:"
    shown = len(made.left) if made.taken else SHOWN  # else it is hardly a download
    yield from (f"  {line}" for line in lines_of(made.left[:shown]))
    if len(made.left) > shown:
        yield f"  and {len(made.left) - shown} more"
    for remark in made.remarks:
        yield f"  {remark}"
    late = sum(taken.counts.late for taken in made.taken)
    several = sum(any(n.startswith("not ") for n in taken.notes) for taken in made.taken)
    aside = sum(taken.aside for taken in made.taken)
    new = sum(not taken.aside for taken in made.new)
    labs = ", ".join(sorted({taken.lab for taken in made.taken})) or "no lab"
    yield (
        f"{labs}, from {PLATFORMS[made.platform]}: {len(made.taken)} matched, {new} new, "
        f"{f'{aside} set aside, ' * bool(aside)}"
        f"{late} late, {several} with several files; {counted(len(made.left), 'file')} not matched."
    )
    if dry_run:
        yield "Nothing was written (--dry-run)."

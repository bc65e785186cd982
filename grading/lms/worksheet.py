"""Moodle's grading worksheet: it says who is who in zips of teams and of anonymous assignments.

A team's zip has the team's name and number; an anonymous one has only participants' numbers. The
worksheet of the same assignment has a row for each participant: the number, the name and address
unless they are hidden, and the team if there are teams.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from grading.lms.layouts import Layout, Person, Piece
from grading.lms.text import composed, same_letters
from grading.paths import ClassError
from grading.records.csv_table import read_table

NUMBER = re.compile(r"(\d+)\s*\Z")


@dataclass(frozen=True)
class Participant:
    """A row of the worksheet, with "" for what is hidden; team is None if there are no teams."""

    number: str
    name: str = ""
    email: str = ""
    team: str | None = None


def read_worksheet(path: Path) -> list[Participant]:
    """Read the worksheet of an assignment: "Download grading worksheet", in English.

    Raises
    ------
    TableError
        If it cannot be read, or is no worksheet.
    """
    expected = "Identifier, Full name, Email address, Group (of teams)"
    columns, rows = read_table(path, "identifier", expected)
    found = []
    for row in rows:
        cells = dict(zip(columns, map(composed, row), strict=False))
        if number := NUMBER.search(cells.get("identifier", "")):
            name, email = cells.get("full_name", ""), cells.get("email_address", "")
            found.append(Participant(number[1], name, email, cells.get("group")))
    if not found:
        raise ClassError(
            f"{path} lists no participants. Download the worksheet of this assignment."
        )
    return found


def identify(layout: Layout, participants: Iterable[Participant]) -> None:
    """Set whose each file of a Moodle archive is; files unknown to the worksheet are strays.

    Raises
    ------
    ClassError
        If the archive is not Moodle's.
    """
    participants = list(participants)
    if layout.platform != "moodle":
        raise ClassError("--worksheet is for an archive from Moodle; this is not one.")
    anonymous = len({piece.people[0].name for piece in layout.pieces}) == 1 < len(participants)
    kept = []
    for piece in layout.pieces:
        if any(participant.team is not None for participant in participants):
            people, why = _team(piece, participants)
        else:
            people, why = _alone(piece, participants, anonymous)
        if why:
            layout.strays.append((piece.entry, why))
        else:
            kept.append(replace(piece, people=people))
    layout.pieces = kept


def _alone(
    piece: Piece, participants: list[Participant], anonymous: bool
) -> tuple[tuple[Person, ...], str]:
    said = piece.people[0]
    mine = [each for each in participants if each.number == said.number]
    if not mine:
        return (), f"the worksheet has no participant {said.number}: is it this assignment's?"
    name = mine[0].name
    of_another = name and not same_letters(said.name).endswith(same_letters(name))
    if of_another and not anonymous:
        odd = f"in the worksheet participant {said.number} is {name}, here {said.name}"
        return (), f"{odd}: is it this assignment's?"
    return (_person(mine[0], said.name),), ""


def _team(piece: Piece, participants: list[Participant]) -> tuple[tuple[Person, ...], str]:
    """The members of the team a folder is named after; the number is the team's, not theirs."""
    name = piece.people[0].name
    for spelt in (_spaced, same_letters):
        teams = {
            each.team for each in participants if each.team and spelt(each.team) == spelt(name)
        }
        if len(teams) == 1 and spelt(name):
            team = teams.pop()
            return tuple(_person(each, "") for each in participants if each.team == team), ""
        if len(teams) > 1:
            break
    return (), f"the worksheet has {'several teams' if teams else 'no team'} called {name}"


def _spaced(name: str) -> str:
    return composed(name.replace("_", " "))


def _person(participant: Participant, called: str) -> Person:
    return Person(participant.name or called, participant.number, participant.email)

"""Moodle's worksheet says who is in which team, and who behind which number; nothing is guessed."""

import csv
import json
import random
import zipfile

import archives
import pytest
import tiny
from archives import PUPILS, make_zip, roster

from grading.lms.collect import collect
from grading.lms.registry import registry
from grading.lms.send import send
from grading.paths import Problem

HEAD = ["Identifier", "Full name", "Email address", "Status"]
REST = ["Grade", "Maximum grade", "Grade can be changed", "Last modified (grade)"]
TEAMS = ["Team A", "Müller_Söhne", "Los Ñus (1)", "李's", "O'Neill-Smith", "\U0001f642 Smile"]


@pytest.fixture
def course(released, tmp_path):
    names = ("release/tiny/tiny.ipynb", "source/tiny/tiny.ipynb", "gradebook.db")
    archives.make_folder(tmp_path / "class", {n: (released / n).read_bytes() for n in names})
    return tmp_path / "class"


@pytest.fixture
def work(released):
    return lambda who: tiny.answered(released, double=f"def double(x):\n    return 2 * x  # {who}")


def number(pupil):
    return str(int(pupil.number) + 1_000)


def worksheet(path, pupils=PUPILS, team_of=None, names=True, code="utf-8-sig"):
    """As Moodle writes it: names only for who may see them, teams only where there are any."""
    head = HEAD if names else [HEAD[0], HEAD[3]]
    rows = [[*head, *(["Group"] if team_of else []), *REST]]
    for pupil in pupils:
        who = [f"{pupil.first} {pupil.last}", pupil.email] if names else []
        team = [team_of[pupil.id]] if team_of else []
        rows.append(
            [f"Participant {number(pupil)}", *who, "Submitted", *team, "", "10", "Yes", "-"]
        )
    with open(path, "w", newline="", encoding=code) as file:
        csv.writer(file).writerows(rows)
    return path


def anonymous(pupils, work, word="Participant"):
    return {f"{word}_{number(p)}_assignsubmission_file_/tiny.ipynb": work(p.id) for p in pupils}


def of_teams(team_of, work, first=None):
    """A folder a team, with the team's own number; one for all who are in none."""
    files = {}
    for place, team in enumerate(dict.fromkeys(team_of.values())):
        key = "" if team == "Default group" else f"_{(first or 71_000) + place}"
        name = team.replace("_", " ").replace("/", "")
        files[f"{name}{key}_assignsubmission_file/tiny.ipynb"] = work(team)
    return files


def whose(course, pupil):
    path = course / "submitted" / pupil.id / "tiny" / "tiny.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return next(c["source"] for c in cells if tiny.name_of(c) == "double").rpartition("# ")[2]


@pytest.mark.parametrize("word", ["Participant", "Teilnehmerin", "受講者"])
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16"])
def test_who_is_anonymous_is_found_by_the_number(course, work, tmp_path, word, code):
    source = make_zip(tmp_path / "s.zip", anonymous(PUPILS, work, word))
    made = collect(
        source, None, roster(tmp_path / "r.csv"), course, worksheet=worksheet(tmp_path / "w.csv")
    )
    assert made.left == []
    assert {p.id: whose(course, p) for p in PUPILS} == {p.id: p.id for p in PUPILS}


def test_a_teams_notebook_is_every_members_and_nobody_elses(course, work, tmp_path):
    everybody = PUPILS[:]
    random.Random(1).shuffle(everybody)
    names = [*TEAMS, "Default group"]
    team_of = {p.id: names[place % len(names)] for place, p in enumerate(everybody)}
    # The numbers of teams are those of participants too: they are counted apart.
    files = of_teams(team_of, work, first=int(number(PUPILS[0])))
    source = make_zip(tmp_path / "s.zip", files)
    sheet = worksheet(tmp_path / "w.csv", team_of=team_of)
    made = collect(source, None, roster(tmp_path / "r.csv"), course, worksheet=sheet)
    assert made.left == []
    assert {p.id: whose(course, p) for p in PUPILS} == team_of


def handed_back(path):
    """To whom Moodle hands each page: the participant whose number stands second in a name."""
    found = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            _, participant, kind, plugin, *_ = name.split("/")[0].split("_", 4)
            assert (kind, plugin) == ("assignsubmission", "file")
            assert participant not in found
            found[participant] = archive.read(name).decode()
    return found


@pytest.mark.parametrize("teams", [True, False])
def test_what_comes_back_is_each_ones_own(course, work, tmp_path, teams, monkeypatch):
    from grading.lms import send as module
    from grading.records.points import Score

    pupils = PUPILS[:7]
    team_of = {p.id: TEAMS[place % 3] for place, p in enumerate(pupils)} if teams else None
    files = of_teams(team_of, work) if teams else anonymous(pupils, work)
    sheet = worksheet(tmp_path / "w.csv", pupils, team_of)
    collect(
        make_zip(tmp_path / "s.zip", files), None, roster(tmp_path / "r.csv"), course,
        worksheet=sheet,
    )  # fmt: skip
    for place, pupil in enumerate(pupils):
        page = course / "feedback" / pupil.id / "tiny" / "tiny.html"
        page.parent.mkdir(parents=True)
        page.write_text(f"page of {place}")
    points = [Score(p.id, "tiny", float(n), 10.0, 0.0, ()) for n, p in enumerate(pupils)]
    monkeypatch.setattr(module, "scores", lambda *_: points)
    made = send("tiny", "moodle", course=course, into=tmp_path / "out")
    rows = list(csv.DictReader(made.grades.read_text(encoding="utf-8").splitlines()))
    expected = {f"Participant {number(p)}": str(n) for n, p in enumerate(pupils)}
    assert {row["Identifier"]: row["Grade"] for row in rows} == expected
    expected = {number(p): f"page of {n}" for n, p in enumerate(pupils)}
    assert handed_back(made.pages) == expected


def test_without_names_everybody_stays_a_number_and_gets_grades_by_it(course, work, tmp_path):
    """Who grades may not see the names: nor do we."""
    source = make_zip(tmp_path / "s.zip", anonymous(PUPILS[:4], work))
    made = collect(source, course=course)
    assert {taken.student for taken in made.taken} == {
        f"participant-{number(p)}" for p in PUPILS[:4]
    }
    assert {about["number"] for about in registry(course, "tiny").values()} == {
        number(p) for p in PUPILS[:4]
    }


def test_two_of_one_name_are_told_apart_by_their_addresses(course, work, tmp_path):
    bobs = [p for p in PUPILS if p.first == "Bob"]
    files = {f"Bob Miller_{number(p)}_assignsubmission_file_/tiny.ipynb": work(p.id) for p in bobs}
    without = [archives.Pupil(p.id, p.first, p.last, "") for p in bobs]
    source = make_zip(tmp_path / "s.zip", files)
    known = roster(tmp_path / "r.csv", without)
    assert not collect(source, "tiny", known, course, dry_run=True).taken
    collect(source, "tiny", known, course, worksheet=worksheet(tmp_path / "w.csv", bobs))
    assert {p.id: whose(course, p) for p in bobs} == {p.id: p.id for p in bobs}


def test_a_worksheet_of_another_assignment_gives_nobodys_work_to_anybody(course, work, tmp_path):
    pupils = PUPILS[:4]
    files = {
        f"{p.first} {p.last}_{number(p)}_assignsubmission_file_/tiny.ipynb": work(p.id)
        for p in pupils
    }
    turned = [
        archives.Pupil(p.id, p.first, p.last, q.number)
        for p, q in zip(pupils, [*pupils[1:], pupils[0]], strict=True)
    ]
    sheet = worksheet(tmp_path / "w.csv", turned)
    source = make_zip(tmp_path / "s.zip", files)
    made = collect(source, "tiny", roster(tmp_path / "r.csv"), course, worksheet=sheet)
    assert not made.taken
    assert all("is it this assignment's?" in why for _, why in made.left)


def test_who_and_which_team_the_worksheet_does_not_know_are_left_with_the_reason(
    course, work, tmp_path
):
    sheet = worksheet(tmp_path / "w.csv", PUPILS[:2])
    source = make_zip(tmp_path / "s.zip", anonymous(PUPILS[:3], work))
    made = collect(source, "tiny", roster(tmp_path / "r.csv"), course, worksheet=sheet)
    assert [taken.student for taken in made.taken] == ["s000", "s001"]
    assert f"no participant {number(PUPILS[2])}" in made.left[0][1]
    sheet = worksheet(tmp_path / "w.csv", PUPILS[:2], {"s000": "A!", "s001": "A?"})
    files = {f"{t}_7{n}_assignsubmission_file/tiny.ipynb": work(t) for n, t in enumerate("AB")}
    source = make_zip(tmp_path / "t.zip", files)
    made = collect(source, "tiny", None, course, worksheet=sheet, dry_run=True)
    assert not made.taken
    assert ["several teams" in made.left[0][1], "no team" in made.left[1][1]] == [True, True]


def test_without_it_it_is_said_where_it_would_help(course, work, tmp_path):
    team_of = {p.id: TEAMS[0] for p in PUPILS[:2]}
    source = make_zip(tmp_path / "s.zip", of_teams(team_of, work))
    made = collect(source, "tiny", roster(tmp_path / "r.csv"), course)
    assert "--worksheet" in made.remarks[-1]


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "Identifier,Full name\n", "Identifier\nnone\n"])
def test_what_is_no_worksheet_is_told(course, work, tmp_path, text):
    (tmp_path / "w.csv").write_text(text)
    source = make_zip(tmp_path / "s.zip", anonymous(PUPILS[:2], work))
    with pytest.raises(Problem, match=r"w\.csv"):
        collect(source, "tiny", course=course, worksheet=tmp_path / "w.csv")
    plain = make_zip(tmp_path / "p.zip", {"ada/tiny.ipynb": work("ada")})
    sheet = worksheet(tmp_path / "v.csv")
    with pytest.raises(Problem, match="Moodle"):
        collect(plain, "tiny", course=course, worksheet=sheet)

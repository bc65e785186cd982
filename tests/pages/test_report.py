"""The class report: its numbers against others' arithmetic, and no names where none may be."""

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import hostile
import numpy as np
import pytest
from browser import CHROMIUM, open_browser
from hypothesis import given, settings
from hypothesis import strategies as st
from page_parser import Page
from thorough import examples
from tiny import FULL, LAB, answered, graders, hand_in, make_course

from grading.__main__ import main
from grading.classroom.autograde import autograde
from grading.engine.model import Diagnosis
from grading.pages import report as module
from grading.pages.report import (
    csv_of,
    discrimination,
    is_blank,
    is_broken,
    items_of,
    misconceptions,
    needs_help,
    page_of,
    plain,
    pseudonym,
    report,
    statistics,
)
from grading.paths import ClassError
from grading.records.nbgrader import nbgrader_api
from grading.records.points import Exercise, Item, Lab, Work, read_lab, read_works
from grading.whole import write_whole
from lib.diagnosis import SAME

FLIPS = Diagnosis("flips_the_kernel", idea="Turn it.", hint="Who turns it?")


def lab_of(points):
    """A lab with one test for each exercise, worth these points, and one answer in words."""
    found = [Exercise(f"f{i}", (Item(f"test_f{i}", p, False),)) for i, p in enumerate(points)]
    return Lab("made_up", "A made-up lab", (*found, Exercise("why", (Item("why", 1, True),))))


def work_of(student, points, why=0.0, **fields):
    """The work of one who got these points, exercise by exercise."""
    work = Work(student, "", {f"test_f{i}": p for i, p in enumerate(points)} | {"why": why})
    work.answered = {f"f{i}": True for i in range(len(points))} | {"why": True}
    work.comments = {}
    for name, value in fields.items():
        setattr(work, name, value)
    return work


def shown(about, works, absent=(), waiting=(), nameless=False):
    return page_of(about, works, list(absent), list(waiting), {}, "a.csv", nameless)


# --- numbers -----------------------------------------------------------------------------------

points = st.lists(st.sampled_from([0.0, 0.5, 1.0, 2.0]), min_size=3, max_size=3)


@given(st.lists(points, min_size=3, max_size=12))
@settings(max_examples=examples(60), deadline=None)
def test_means_shares_and_discriminations_are_numpys(rows):
    about = lab_of([2, 2, 2])
    works = [work_of(f"s{i}", row) for i, row in enumerate(rows)]
    table = np.array(rows)
    for column, (_, item, tests) in enumerate(items_of(about, works)[:3]):
        own, rest = table[:, column], np.delete(table, column, 1).sum(1)
        assert item.mean == pytest.approx(own.mean())
        assert item.share == pytest.approx(own.mean() / 2)
        assert (item.full, item.none) == (np.sum(own == 2), np.sum(own == 0))
        if own.std() and rest.std():
            centred = (own - own.mean()) * (rest - rest.mean())
            assert item.discrimination == pytest.approx(centred.mean() / own.std() / rest.std())
        else:
            assert item.discrimination is None
        assert tests[0].discrimination == item.discrimination


def test_a_discrimination_is_of_the_rest_without_the_item_itself():
    own, rest = np.array([0.0, 1, 0, 1]), np.array([3.0, 3, 4, 4])
    assert discrimination(own, rest) == pytest.approx(0)
    assert statistics("f", own, 1, own + rest).discrimination == pytest.approx(0)
    assert np.corrcoef(own, own + rest)[0, 1] > 0.5  # what it would be with the item in the total


def test_where_a_discrimination_has_no_meaning_there_is_none():
    assert discrimination(np.array([0.0, 1.0]), np.array([0.0, 1.0])) is None
    assert discrimination(np.ones(9), np.arange(9.0)) is None
    assert discrimination(np.arange(9.0), np.ones(9)) is None
    assert discrimination(np.arange(9.0), np.arange(9.0)) == pytest.approx(1)


def test_broken_files_and_ungraded_answers_stay_out_of_the_numbers():
    broken = work_of("z", [0, 0], remarks=["It is damaged."], answered={"f0": False, "f1": False})
    works = [work_of("a", [1, 2], why=None), work_of("b", [2, 1], why=1.0), broken]
    (_, first, _), _, (_, words, _) = items_of(lab_of([2, 2]), works)
    assert (first.many, first.mean, first.none) == (2, 1.5, 0)
    assert words is None
    text = Page(shown(lab_of([2, 2]), works)).text
    assert "1 student whose file could not be graded is left out" in text
    assert "still to be graded by hand" in text


def test_an_empty_notebook_is_no_broken_one_though_the_grader_remarks_on_it():
    stub = {"test_f0": "NotImplementedError: your code is still missing"}
    renamed = work_of("z", [0], remarks=["It is called lab.ipynb."], answered={"f0": False})
    assert is_broken(renamed)
    renamed.reasons = stub
    assert is_blank(renamed)
    assert not is_broken(renamed)


def test_a_class_of_none_or_one_has_a_report_too():
    for works in ([], [work_of("a", [0, 0])]):
        assert Page(shown(lab_of([2, 2]), works)).faults == []
    assert "It is not defined" in Page(shown(lab_of([2]), [work_of("a", [1])])).text


def test_the_distribution_counts_everybody_once():
    works = [work_of(f"s{i}", [i / 2]) for i in range(5)]  # 0 to 2 of 3 points
    attributes = Page(shown(lab_of([2]), works)).attributes
    (label,) = [value for _, _, value in attributes if value.startswith("Students by percentage")]
    steps = [(int(many), int(low)) for many, low in re.findall(r"(\d+) with (\d+) to", label)]
    assert steps == [(1, 0), (1, 10), (1, 30), (1, 50), (1, 60)]


def test_misconceptions_are_counted_over_those_who_tried():
    works = [work_of(f"s{i}", [0], diagnoses={"f0": FLIPS}) for i in range(17)]
    works += [work_of(f"t{i}", [2], diagnoses={}) for i in range(31)]
    works += [work_of("blank", [0], answered={"f0": False}, diagnoses={})]
    works += [work_of("own", [0], diagnoses={"f0": replace(FLIPS, slip="")})]
    assert [(key, len(those)) for key, those in misconceptions(works).items()] == [
        (("f0", "flips_the_kernel"), 17)
    ]
    text = Page(shown(lab_of([2]), works)).text
    assert "17 of 49: flips the kernel" in text
    assert "1 in f0" in text  # wrong in a way that the bank does not know
    assert "No answer in this class matches a known mistake" not in text


class Counted(str):
    """An id that counts how often it is looked up."""

    looked_up = 0

    def __hash__(self):
        Counted.looked_up += 1
        return super().__hash__()


def test_a_row_of_the_table_costs_the_same_in_a_large_class():
    about, counts = lab_of([1]), []
    for many in (10, 20):
        works = [work_of(Counted(f"student{n}"), [0], diagnoses={"f0": FLIPS}) for n in range(many)]
        Counted.looked_up = 0
        assert csv_of(about, works).count("f0: flips_the_kernel") == many
        counts.append(Counted.looked_up)
    assert counts[1] <= 2 * counts[0]


def test_the_rule_of_who_needs_help():
    about = lab_of([2, 2, 20])
    lost, fine = work_of("lost", [2, 2, 5]), work_of("fine", [0, 2, 20])
    zeros = work_of("zeros", [0, 0, 20])
    found = {work.student: why for work, why in needs_help(about, [lost, fine, zeros])}
    assert found == {"lost": "9 of 25 points", "zeros": "tried without a point: f0, f1"}
    waiting = work_of("waiting", [2, 2, 9], why=None)  # 13 of the 24 that are graded
    assert needs_help(about, [waiting]) == []
    broken = work_of("broken", [0, 0, 0], remarks=["Damaged."], answered={"f0": False})
    assert needs_help(about, [broken]) == []


def test_time_and_faults_of_the_run_are_told():
    quick = work_of("quick", [1], seconds={"plan": 0.5, "tests": 1.0, "other": 0.25})
    slow = work_of("slow", [1], seconds={"plan": 0.5, "tests": 9.0}, remarks=["Cells are missing."])
    slow.reasons = {"test_f0": "Stopped: your code was stopped: no answer in time"}
    found = Page(shown(lab_of([2]), [quick, slow]))
    assert ["the tests", "5.00", "9.00", "10.0"] in found.rows
    assert ["other", "0.25", "0.25", "0.2"] in found.rows
    text = " ".join(found.text.split())
    assert "Slowest: slow (9.5 s)" in text
    assert "a process that died: slow (1 test)" in text
    assert "slow: Cells are missing." in text


# --- a real class ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A class, graded, with one who handed nothing in and one who is not graded yet."""
    course = make_course(tmp_path_factory.mktemp("class"))
    hand_in(course, "ada-lovelace", answered(course))
    hand_in(course, "=HYPERLINK(1)", answered(course, mean="def mean(x):\n    return 0"))
    broken = hand_in(course, "grace", b"{", name="grace_hopper.ipynb")
    autograde(LAB, course=course, jobs=1, executor=graders(), say=lambda _: None)
    assert broken.exists()
    hand_in(course, "late-larry", answered(course))
    with nbgrader_api(course).gradebook as gradebook:
        gradebook.update_or_create_student("ada-lovelace", first_name="Ada", last_name="Lovelace")
        gradebook.update_or_create_student("absent-abe")
    return course


def test_without_a_grade_there_is_no_report_but_a_sentence(tmp_path):
    course = make_course(tmp_path / "class")
    hand_in(course, "ada", answered(course))
    with pytest.raises(ClassError, match="Nobody has a grade for"):
        report(LAB, course)
    assert not (course / "reports").exists()


def table(path):
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def test_the_table_has_the_points_of_the_gradebook(course):
    _, path = report(LAB, course)
    rows = table(path)
    assert list(rows[0])[:6] == ["student", "double", "mean", "spread", "why", "late penalty"]
    found = {row["student"]: row for row in rows}
    assert set(found) == {"ada-lovelace", "'=HYPERLINK(1)", "grace"}
    ada = found["ada-lovelace"]
    assert [ada[n] for n in ("double", "mean", "spread", "why")] == ["2", "3", "4", ""]
    assert (ada["total"], ada["out of"], ada["to grade by hand"]) == (str(FULL), "10", "1")
    with nbgrader_api(course).gradebook as gradebook:
        for row in rows:
            student = row["student"].removeprefix("'")
            assert float(row["total"]) == gradebook.find_submission(LAB, student).score
    assert "damaged" in found["grace"]["remarks"]


def test_the_page_tells_who_is_absent_broken_or_not_graded(course):
    path, _ = report(LAB, course)
    found = Page(path.read_text())
    for text in ("Not handed in (1): absent-abe", "Not graded yet (1): late-larry"):
        assert text in " ".join(found.text.split()).replace(" ,", ",")
    assert "Could not be graded (1): grace" in " ".join(found.text.split())
    assert (found.faults, found.dangers()) == ([], [])


def test_with_names_hidden_no_name_is_in_either_file(course):
    named = report(LAB, course)
    paths = report(LAB, course, hide_names=True)
    names = re.compile(r"ada-|lovelace|hyperlink|grace|hopper|larry|absent-abe", re.I)
    assert not [names.findall(path.read_text()) for path in paths if names.search(path.read_text())]
    assert all(names.search(path.read_text()) for path in named)
    assert len(table(paths[1])) == 3
    assert not set(paths) & set(named)


def test_pseudonyms_stay_the_same_and_their_order_tells_nothing(course):
    first, again = (table(report(LAB, course, hide_names=True)[1]) for _ in range(2))
    assert first == again
    names = [row["student"] for row in first]
    assert names == sorted(names)
    assert len(set(names)) == 3


def test_a_pseudonym_needs_the_key_of_the_class(course, tmp_path):
    assert pseudonym("ada", b"1") == pseudonym("ada", b"1") != pseudonym("ada", b"2")
    assert pseudonym("ada", b"1") != pseudonym("bob", b"1")
    report(LAB, course, hide_names=True)
    assert (course / "reports" / "pseudonyms.key").stat().st_mode & 0o077 == 0


def test_nothing_half_written_is_left(course):
    report(LAB, course)
    assert not [p for p in (course / "reports").iterdir() if p.suffix == ".tmp"]


def test_the_command_writes_both_files_and_says_where(monkeypatch, capsys):
    asked = []
    made = [Path("reports/lab.html"), Path("reports/lab.csv")]
    monkeypatch.setattr(module, "report", lambda *a, **k: asked.append((a, k)) or made)
    assert main(["report", "lab1_dot", "--hide-names"]) == 0
    assert asked == [(("lab1_dot",), {"hide_names": True, "db": None})]
    assert capsys.readouterr().out.split() == ["reports/lab.html", "reports/lab.csv"]


# --- strangers' words --------------------------------------------------------------------------


@given(st.text(max_size=12) | st.sampled_from(["=1+1", "\t=1", " @x", "+1", "-1", "'=1", "\r\n=1"]))
def test_no_cell_begins_as_a_formula_does_or_breaks_its_row(text):
    cell = plain(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert len(cell.splitlines()) <= 1
    written = io.StringIO()
    csv.writer(written).writerow([cell, "1"])
    assert next(csv.reader(io.StringIO(written.getvalue(), newline=""))) == [cell, "1"]


def test_a_harmless_text_stays_as_it_is():
    assert plain("Ada Lovelace, 3 - 2 = 1") == "Ada Lovelace, 3 - 2 = 1"
    assert plain("=1+1") == "'=1+1"


MISCHIEF = hostile.pages.SCRIPT + "'\"</pre></style>\x00"


@pytest.fixture
def worst():
    """A report in which every word of a student's is an attack."""
    diagnosis = Diagnosis(MISCHIEF, (MISCHIEF,), MISCHIEF, MISCHIEF)
    about = lab_of([2, 2])
    works = [
        work_of(f"{MISCHIEF}{i}", [0, i], remarks=[MISCHIEF], diagnoses={"f0": diagnosis})
        for i in range(3)
    ]
    works[0].diagnoses = {MISCHIEF: diagnosis, "f0": Diagnosis("x")}
    works[1].seconds = {MISCHIEF: 1.0}
    works[2].reasons = {"test_f0": f"Stopped: {MISCHIEF}"}
    assert csv_of(about, works).count("\r\n") == 4
    return page_of(about, works, [MISCHIEF], [MISCHIEF], {}, "a.csv", False)


def test_whatever_a_stranger_wrote_is_shown_as_text(worst):
    found = Page(worst)
    assert (found.dangers(), found.faults) == ([], [])
    assert found.text.count("alert(1)") > 10
    assert all(b <= a + 1 for a, b in zip(found.headings, found.headings[1:], strict=False))
    assert {"header", "nav", "main", "footer"} <= set(found.tags)


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: there is none on PATH")
def test_a_browser_runs_nothing_of_it_and_shows_it_on_a_phone(worst, tmp_path):
    path = tmp_path / "page.html"
    write_whole(path, worst)
    happened = []
    with open_browser(tmp_path / "browser") as browser:
        opened = browser.new_page()
        opened.on("dialog", lambda dialog: happened.append("dialog") or dialog.dismiss())
        opened.on("request", lambda request: happened.append(request.url))
        opened.goto(path.as_uri())
        opened.wait_for_timeout(100)
        assert [url for url in happened if url != path.as_uri()] == []
        assert opened.evaluate("window.owned") is None
        for width in (320, 390, 1280):
            opened.set_viewport_size({"width": width, "height": 800})
            wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert opened.evaluate(wide) == 0


def test_what_is_read_is_what_the_report_is_made_of(course):
    about = read_lab(nbgrader_api(course), LAB)
    works = read_works(nbgrader_api(course), LAB)
    assert [e.name for e in about.exercises] == ["double", "mean", "spread", "why"]
    assert about.points == sum(e.points for e in about.exercises) == 10
    assert [work.student for work in works] == sorted(work.student for work in works)
    assert {work.full_name for work in works} == {"Ada Lovelace", ""}


def test_the_demo_class_gets_a_page_for_each_student_and_a_report_with_what_the_bank_planted(
    demo_class,
):
    pages = {path.parts[-3]: path for path in demo_class.glob("feedback/*/*/*.html")}
    assert set(pages) == {"ada", "blaise", "carl", "dora", "emmy", "felix", "grace"}
    for student in ("ada", "blaise", "emmy", "felix"):
        assert "known mistake" not in Page(pages[student].read_text()).text
    for student in ("carl", "dora"):
        assert "This looks like a known mistake" in Page(pages[student].read_text()).text
    told = Page((demo_class / "reports" / "lab1_dot.html").read_text()).text
    assert "1 of 4: " in told
    assert len(table(demo_class / "reports" / "lab1_dot.csv")) == 7
    printed = (demo_class / "printed.txt").read_text(encoding="utf-8")
    assert "feedback/<student>/<lab>/<lab>.html" in printed
    assert "reports/<lab>.html" in printed


def test_the_headline_of_a_rule_is_what_happens_without_its_lead():
    rule = Diagnosis("in|stride 1", idea=f"{SAME} the stride is ignored.", kind="rule")
    headline = module._as_shown("f0", rule.slip, [("ann", rule)], {"f0": 1})
    assert headline["slip"] == "the stride is ignored"


def test_a_line_of_an_answer_is_code_in_a_headline_too():
    idea = "An index runs past the end, in the line `x[i] < 3`."
    work = work_of("ann", [0.0])
    work.diagnoses = {"f0": Diagnosis("fact an index runs past the end", idea=idea, kind="fact")}
    text = shown(lab_of([2.0]), [work])
    assert "1 of 1: An index runs past the end, in the line <code>x[i] &lt; 3</code></span>" in text

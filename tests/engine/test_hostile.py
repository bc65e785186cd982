"""Submissions that attack the grader: none gains a point, reads, leaves or stops anything.

The tricks are in `hostile`. All are handed in by one class, with honest students between them, and
graded in one run. The same cells run without protection as well, to show that the attacks are real.
"""

import json
import os
import secrets
from contextlib import suppress
from pathlib import Path

import hostile
import nbformat
import psutil
import pytest
from browser import CHROMIUM, open_browser
from hostile import LAB, NOTEBOOKS, TRICKS, table
from hostile.table import (
    ALL_SECONDS,
    CELL_SECONDS,
    EXPOSED,
    HONEST,
    POINTS,
    SPOILED,
    achieved,
    hand_in_all,
    unprotected,
)
from playwright.sync_api import Error as PlaywrightError
from thorough import IN_CI, sample, thorough
from tiny import graded_patiently, in_gradebook

import grading.classroom.processes
from grading.pages.feedback import feedback
from grading.paths import ROOT
from grading.records.nbgrader import nbgrader_api
from grading.records.results import read_result

# Pages that scripts might run in: what is shown, and what stands in the file.
SHOWN = sample([*hostile.pages.TRICKS, "outputs_with_html_and_a_score", "function_for_a_number"], 7)
WRITTEN = ["text_cells_with_scripts", "raw_cells_that_ask_for_html", "attachments_with_scripts"]
WRITTEN += ["metadata_with_scripts", "tests_emptied_and_outputs_forged", "odd_names_of_files"]
NAMED = ["name_of_an_error", "error_in_the_graders_name", "pictures_of_megapixels"]
TRIED = sample([*TRICKS, *NOTEBOOKS], 20, always=[*SHOWN, *WRITTEN, *NAMED])
EXPOSED_HERE = sample(EXPOSED, 40)
SLACK = 8  # seconds until what hears no alarm is ended: work in C goes on all the while


@pytest.fixture(scope="module")
def marks():
    """Strings that no submission may get to see."""
    return {name: secrets.token_hex(8) for name in ("SECRET", "OTHER", "ENVIRONMENT")}


@pytest.fixture(scope="module")
def course(tmp_path_factory, marks):
    """A class of attackers and a few honest students, handed in, not graded yet."""
    return hand_in_all(tmp_path_factory.mktemp("class"), marks, TRIED)


@pytest.fixture(scope="module")
def run(course, marks):
    """What the run came to: its time, and what was there before and after it."""
    before = files_outside(course), inside(course)
    processes = set(psutil.process_iter())
    os.environ["GRADEBOOK_PASSWORD"] = marks["ENVIRONMENT"]
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(grading.classroom.processes, "SLACK", SLACK)
            late = graded_patiently(LAB, course, came_short, CELL_SECONDS, ALL_SECONDS)
    finally:
        del os.environ["GRADEBOOK_PASSWORD"]
    after = files_outside(course), inside(course)
    left = [p for p in psutil.process_iter() if p not in processes and is_ours(p)]
    return {"before": before, "after": after, "left": left, "late": late}


def came_short(result):
    """Whether a result lacks what even its trick leaves, as when the time was over."""
    if result.student in HONEST:
        return result.points < POINTS
    return result.student not in SPOILED and not result.tests["test_honest"].score


def is_ours(process):
    """Whether a process is the grader's or a submission's of this test run."""
    try:
        if process.ppid() == os.getpid() or process.pid == os.getpid():
            return process.status() != psutil.STATUS_ZOMBIE and not is_tracker(process)
        return process.environ().get("PYTEST_CURRENT_TEST") == os.environ.get("PYTEST_CURRENT_TEST")
    except psutil.Error:
        return False


def is_tracker(process):
    return "resource_tracker" in " ".join(process.cmdline())


def inside(course):
    """The class's files with their sizes, but those that grading writes."""
    own = {"autograded", "results", "gradebook.db", ".locks"}
    paths = (p for p in course.rglob("*") if p.relative_to(course).parts[0] not in own)
    return {str(p): p.lstat().st_size for p in paths}


def files_outside(course):
    """Files that a trick might have put elsewhere."""
    folders = ["/tmp", "/dev/shm", Path.home(), ROOT, ROOT / "lib", ROOT / "tests"]
    found = {p for folder in folders for p in Path(folder).glob("*owned*")}
    found |= {p for p in (ROOT / "lib").rglob("*") if "__pycache__" not in p.parts}
    return sorted(map(str, found)), [p.stat().st_mtime for p in sorted((ROOT / "lib").glob("*.py"))]


@pytest.fixture(scope="module")
def scores(course, run):
    return in_gradebook(course, LAB)


@pytest.mark.parametrize("trick", TRIED)
def test_a_trick_gains_no_point_and_costs_none_of_the_honest_part(course, scores, trick):
    result = read_result(course, LAB, trick)
    passed = [name for name, test in result.tests.items() if test.score]
    assert passed == ["test_honest"] or (not passed and trick in SPOILED), passed
    assert {name: test.score for name, test in result.tests.items()} == scores[trick]
    notebook = course / "autograded" / trick / LAB / f"{LAB}.ipynb"
    nbformat.validate(nbformat.read(notebook, as_version=4))
    assert notebook.stat().st_size < 5_000_000
    assert (course / "results" / LAB / f"{trick}.json").stat().st_size < 1_000_000


def shown(course, trick):
    """All that a student can read of what the code saw: outputs and messages."""
    notebook = json.loads((course / "autograded" / trick / LAB / f"{LAB}.ipynb").read_text())
    outputs = [cell.get("outputs") for cell in notebook["cells"]]
    result = read_result(course, LAB, trick)
    return json.dumps(outputs) + str([test.why for test in result.tests.values()])


@pytest.mark.parametrize("trick", [t for t in TRIED if t in hostile.wire.TRICKS])
def test_a_trick_on_the_line_finds_the_line(course, run, trick):
    assert "StopIteration" not in shown(course, trick)


@pytest.mark.parametrize("trick", TRIED)
def test_a_trick_reads_nothing(course, run, marks, trick):
    text = shown(course, trick)
    for what, mark in marks.items():
        assert mark not in text, f"{trick} has read {what}"
    for word in ("OPENED", "FORESEEN", "BEGIN HIDDEN"):
        assert word not in text.replace(TRICKS.get(trick, ""), "")


def test_the_honest_have_all_their_points_and_nobody_else_is_in_the_gradebook(scores):
    assert len(scores) == len(HONEST) + len(TRIED)
    for student in HONEST:
        assert sum(scores[student].values()) == POINTS == len(scores[student])


def test_nothing_is_left_behind(course, run):
    assert run["after"] == run["before"]
    assert run["left"] == []
    assert not list(course.rglob("*owned*"))


def test_an_attacker_takes_no_more_of_the_processors_than_is_stated(course, run):
    """By their own time: on a busy machine the clock says little."""
    tried = [trick for trick in TRIED if trick not in run["late"]]  # those had more
    took = {trick: sum(read_result(course, LAB, trick).seconds.values()) for trick in tried}
    assert max(took.values(), default=0) <= 2 * (ALL_SECONDS + SLACK), took


def test_there_are_many_tricks():
    assert len(TRICKS) + len(NOTEBOOKS) >= 60
    assert not set(TRICKS) & set(NOTEBOOKS)


# --- without protection ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def achievements(course, marks, tmp_path_factory):
    folder = tmp_path_factory.mktemp("unprotected")
    os.environ["GRADEBOOK_PASSWORD"] = marks["ENVIRONMENT"]
    try:
        found = unprotected(course, folder, EXPOSED_HERE)
    finally:
        del os.environ["GRADEBOOK_PASSWORD"]
    return {trick: achieved(found[trick], course, folder, marks) for trick in EXPOSED_HERE}


def test_the_documents_say_what_is_tried_here():
    """`python -m hostile.table`, in tests/, writes that part of the page anew."""
    text = table.DOCUMENT.read_text(encoding="utf-8")
    assert table.generated(text, table.achievements_in(text)) == text
    assert list(table.achievements_in(text)) == [*TRICKS, *NOTEBOOKS]


def test_a_page_that_leaves_a_trick_out_is_found():
    text = table.DOCUMENT.read_text(encoding="utf-8")
    stale = text.replace(f"| `{next(iter(TRICKS))}` |", "| `something_else` |")
    assert table.generated(stale, table.achievements_in(stale)) != stale


@thorough
def test_without_protection_the_attacks_are_real(achievements):
    works = {trick for trick, what in achievements.items() if what}
    gains = {trick for trick, what in achievements.items() if "points" in what}
    reads = {trick for trick, what in achievements.items() if "reads" in what}
    share = len(EXPOSED_HERE) / len(EXPOSED)
    assert len(works) >= 60 * share
    assert len(gains) >= 20 * share
    assert len(reads) >= (5 if IN_CI else 0)
    # Which of them end the run depends on the machine, and some on timing: what the table claims
    # to be gained or read holds but for a few.
    said = table.achievements_in(table.DOCUMENT.read_text(encoding="utf-8"))
    pairs = {trick: {said[trick], achievements[trick]} - {table.ENDS} for trick in EXPOSED_HERE}
    other = {trick: pair for trick, pair in pairs.items() if len(pair) > 1}
    assert len(other) <= 4, other


# --- pages -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with open_browser(tmp_path_factory.mktemp("browser")) as context:
        yield context


def what_runs(browser, path, libraries=()):
    """Open a page; returns what its scripts did: marks, dialogs, requests."""
    page, happened = browser.new_page(), []

    def dialog_opened(dialog):
        happened.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def requested(route):
        url = route.request.url
        if url == path.as_uri() or url.startswith(("data:", "about:")):
            route.continue_()
        else:
            happened.extend([f"request {url}"] if not url.startswith(libraries) else [])
            route.abort()

    page.on("dialog", dialog_opened)
    page.route("**/*", requested)
    page.goto(path.as_uri())
    page.wait_for_timeout(100)
    with suppress(PlaywrightError):  # the page has gone elsewhere, which is a request as well
        happened.extend(["mark"] if page.evaluate("window.owned") else [])
    page.close()
    return happened


def test_the_names_of_errors_stay_on_one_line(course, run):
    """They may be any text, and the class report says them of the class."""
    for path in course.glob(f"autograded/*/{LAB}/{LAB}.ipynb"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        errors = [o for c in cells for o in c.get("outputs", ()) if o["output_type"] == "error"]
        assert all(error["ename"].isprintable() for error in errors), path


def test_no_error_is_called_as_the_graders_own(course, run):
    """`Stopped` is what the grader ended: the report counts it, and the message stands alone."""
    trick = "error_in_the_graders_name"
    tests = read_result(course, LAB, trick).tests.values()
    assert not [test.why for test in tests if test.why.startswith("Stopped")]
    page = (course / "autograded" / trick / LAB / f"{LAB}.ipynb").read_text(encoding="utf-8")
    assert '"ename": "student.Stopped"' in page
    assert '"ename": "Stopped' not in page


def test_pictures_are_no_larger_than_a_browser_bears(course, run):
    """A few thousand bytes can be a picture of 36 million pixels, and thirty of them a gigabyte."""
    page = course / "autograded" / "pictures_of_megapixels" / LAB / f"{LAB}.ipynb"
    assert page.read_text(encoding="utf-8").count('"image/png"') == 1


LIBRARIES = "https://cdnjs.cloudflare.com/ajax/libs/"  # require.js and MathJax of nbconvert


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: there is none on PATH")
def test_feedback_pages_run_nothing_and_ask_for_nothing(course, run, browser):
    for path in feedback(LAB, course, students=[*SHOWN, *WRITTEN]):
        assert what_runs(browser, path) == [], path.parent.parent.name


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: there is none on PATH")
def test_pages_of_nbgraders_own_templates_run_nothing(course, run, browser):
    api = nbgrader_api(course)
    # As formgrader renders a submission: its filters, its templates.
    api.config.GenerateFeedback.exporter_class = "nbconvert.exporters.HTMLExporter"
    for trick in WRITTEN[:3]:
        answer = api.generate_feedback(LAB, trick)
        assert answer["success"], answer["log"]
        page = course / "feedback" / trick / LAB / f"{LAB}.html"
        assert what_runs(browser, page, LIBRARIES) == [], trick


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: there is none on PATH")
def test_a_page_that_runs_something_is_found(tmp_path, browser):
    page = tmp_path / "page.html"
    for text in hostile.notebooks.TEXTS[:2]:
        page.write_text(text)
        assert "mark" in what_runs(browser, page)
    page.write_text("<link rel=stylesheet href='http://127.0.0.1:9/a.css'>")
    assert what_runs(browser, page) == ["request http://127.0.0.1:9/a.css"]

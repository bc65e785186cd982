"""A person grades by hand in formgrader, with a hostile submission on the page."""

import re
import shutil
from urllib.parse import parse_qs, urlsplit

import pytest
import tiny
from browser import CHROMIUM, jupyter_lab
from hostile import notebooks as hostile
from playwright.sync_api import expect

from grading.classroom.autograde import autograde
from grading.paths import ROOT
from grading.records.nbgrader import nbgrader_api
from grading.records.points import read_works

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: there is none on PATH")
SPOILERS = [
    hostile.classes_of_the_page_around,
    hostile.text_cells_with_scripts,
    hostile.attachments_with_scripts,
]
SAVED = re.compile(r"/formgrader/api/grade/")
ON_TOP = """buttons => buttons.filter(b => b.offsetWidth).map(button => {
    button.scrollIntoView({block: "center"});
    const box = button.getBoundingClientRect();
    const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return button === seen || button.contains(seen) ? "" : seen && seen.outerHTML.slice(0, 200);
}).filter(Boolean)"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """An instructor's folder, in which hostile submissions have been graded."""
    folder = tmp_path_factory.mktemp("formgrader")
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    course = tiny.make_course(folder / "grading")
    notebook = tiny.answered(course)
    for spoil in SPOILERS:
        notebook = spoil(notebook)
    for cell in notebook["cells"]:  # the answer that is graded by hand is hostile as well
        if tiny.name_of(cell) == "why":
            cell["source"] = f"Because.\n\n{hostile.COVER}\n\n{hostile.SCRIPT}"
    tiny.hand_in(course, "mallory", notebook)
    tiny.hand_in(course, "nora", tiny.answered(course, why="The first answer."))
    for student in ("ann", "bob"):
        words = f"{student}. Because {hostile.SCRIPT}<img src=x onerror='window.owned = 1'>"
        tiny.hand_in(course, student, tiny.answered(course, why=words))
    autograde(tiny.LAB, course=course, jobs=1, executor=tiny.graders(), say=lambda line: None)
    return folder


@pytest.fixture(scope="module")
def server(folder, tmp_path_factory):
    with jupyter_lab(folder, tmp_path_factory.mktemp("server")) as url:
        yield url


@pytest.fixture
def page(browser, server, folder):
    """The hostile submission in formgrader, and what its page asks of others."""
    page = opened(browser, server, folder, "mallory")
    yield page
    page.close()


def signed_in(browser, server):
    page = browser.new_page()
    token = parse_qs(urlsplit(server("")).query)["token"][0]
    page.set_extra_http_headers({"Authorization": f"token {token}"})
    return page


def opened(browser, server, folder, student):
    """The page of a student's submission, and in `asked` whom it asks and what it says."""
    page = signed_in(browser, server)
    asked = []

    def requested(route):
        address = route.request.url
        if address.startswith(server("").split("?")[0]) or address.startswith("data:"):
            route.continue_()
        else:
            asked.append(address)
            route.abort()

    page.route("**/*", requested)
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    with nbgrader_api(folder / "grading").gradebook as gradebook:
        number = gradebook.find_submission_notebook(tiny.LAB, tiny.LAB, student).id
    page.goto(server(f"formgrader/submissions/{number}/"))
    page.wait_for_function("window.formgrader && formgrader.grades && formgrader.grades.loaded")
    page.asked = asked
    return page


def points_by_hand(folder, student="mallory"):
    with nbgrader_api(folder / "grading").gradebook as gradebook:
        return gradebook.find_grade("why", tiny.LAB, tiny.LAB, student).manual_score


def test_what_is_pressed_is_saved_and_nothing_lies_over_it(folder, page):
    expect(page.get_by_text("Because.")).to_be_visible()
    answer = page.locator(".nbgrader_cell", has=page.locator("#why"))
    buttons = page.locator("button.full-credit")
    expect(buttons).not_to_have_count(0)
    assert page.locator("button, input, textarea").evaluate_all(ON_TOP) == []
    assert points_by_hand(folder) is None
    with page.expect_response(SAVED):
        answer.locator("button.full-credit").click()
    expect(page.locator("#why")).to_have_value("1")
    assert points_by_hand(folder) == 1
    with page.expect_response(SAVED):
        page.locator("#why").fill("0.5")
        page.locator("#why").press("Tab")
    page.reload()
    page.wait_for_function("window.formgrader && formgrader.grades && formgrader.grades.loaded")
    expect(page.locator("#why")).to_have_value("0.5")
    assert points_by_hand(folder) == 0.5


def test_a_page_that_shows_an_earlier_answer_gives_it_nothing_and_says_so(folder, browser, server):
    page = opened(browser, server, folder, "nora")
    course = folder / "grading"
    tiny.hand_in(course, "nora", tiny.answered(course, why="Another answer."))
    autograde(
        tiny.LAB,
        course=course,
        students=["nora"],
        jobs=1,
        executor=tiny.graders(),
        say=lambda line: None,
    )
    answer = page.locator(".nbgrader_cell", has=page.locator("#why"))
    with page.expect_event("dialog"), page.expect_response(SAVED) as saved:
        answer.locator("button.full-credit").click()
    assert saved.value.status == 409
    assert points_by_hand(folder, "nora") is None
    assert any("changed since you opened the page" in line for line in page.asked)
    page.close()
    page = opened(browser, server, folder, "nora")
    expect(page.get_by_text("Another answer.")).to_be_visible()
    answer = page.locator(".nbgrader_cell", has=page.locator("#why"))
    with page.expect_response(SAVED) as saved:
        answer.locator("button.full-credit").click()
    assert saved.value.status == 200
    assert points_by_hand(folder, "nora") == 1
    page.close()


def test_nothing_of_it_runs_and_nobody_elsewhere_is_asked(page):
    expect(page.get_by_text("Because.")).to_be_visible()
    assert page.evaluate("window.owned") is None
    libraries = "https://cdnjs.cloudflare.com/ajax/libs/"  # of nbgrader's own templates
    assert [address for address in page.asked if not address.startswith(libraries)] == []


def test_something_that_lies_over_a_button_is_found(page):
    cover = "position: fixed; inset: 0; z-index: 9999"
    page.evaluate(f"document.body.insertAdjacentHTML('beforeend', '<a style=\"{cover}\">x</a>')")
    assert page.locator("button.full-credit").evaluate_all(ON_TOP) != []


def test_a_teacher_grades_one_question_for_all_students(folder, browser, server):
    page = signed_in(browser, server)
    page.goto(server(f"formgrader/gradebook/{tiny.LAB}/{tiny.LAB}"))
    page.get_by_role("link", name="why", exact=True).click()
    ann = page.get_by_role("article").filter(has_text="ann. Because")
    ann.get_by_label("Points of 1").fill("0.5")
    ann.get_by_label("Comment").fill("Well *read*.")
    ann.get_by_role("button", name="Save").click()
    expect(ann.get_by_role("status")).to_have_text("saved")
    bob = page.get_by_role("article").filter(has_text="bob. Because")
    bob.get_by_label("Points of 1").fill("7")
    bob.get_by_label("Points of 1").press("Tab")
    expect(bob.get_by_role("status")).to_have_text("Points must lie between 0 and 1.")
    assert page.evaluate("window.owned") is None
    page.reload()
    expect(ann.get_by_label("Points of 1")).to_have_value("0.5")
    page.close()
    works = {work.student: work for work in read_works(nbgrader_api(folder / "grading"), tiny.LAB)}
    assert [works[student].points["why"] for student in ("ann", "bob")] == [0.5, None]
    assert works["ann"].comments["why"] == "Well *read*."

"""A person grades by hand in formgrader, with a hostile submission on the page."""

import re
import shutil
from urllib.parse import parse_qs, urlsplit

import pytest
import tiny
from browser import CHROMIUM, jupyter_lab, open_browser
from hostile import notebooks as hostile
from playwright.sync_api import expect

from grading.classroom.autograde import autograde
from grading.paths import ROOT
from grading.records.nbgrader import nbgrader_api

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
    """An instructor's folder, in which one hostile submission has been graded."""
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
    autograde(tiny.LAB, course=course, jobs=1, say=lambda line: None)
    return folder


@pytest.fixture(scope="module")
def server(folder, tmp_path_factory):
    with jupyter_lab(folder, tmp_path_factory.mktemp("server")) as url:
        yield url


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with open_browser(tmp_path_factory.mktemp("browser")) as browser:
        yield browser


@pytest.fixture
def page(browser, server, folder):
    """The submission in formgrader, and what its page asks of others."""
    asked = []
    page = browser.new_page()

    def requested(route):
        address = route.request.url
        if address.startswith(server("").split("?")[0]) or address.startswith("data:"):
            route.continue_()
        else:
            asked.append(address)
            route.abort()

    token = parse_qs(urlsplit(server("")).query)["token"][0]
    page.set_extra_http_headers({"Authorization": f"token {token}"})
    page.route("**/*", requested)
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    with nbgrader_api(folder / "grading").gradebook as gradebook:
        number = gradebook.find_submission_notebook(tiny.LAB, tiny.LAB, "mallory").id
    page.goto(server(f"formgrader/submissions/{number}/"))
    page.wait_for_function("window.formgrader && formgrader.grades && formgrader.grades.loaded")
    page.asked = asked
    yield page
    page.close()


def points_by_hand(folder):
    with nbgrader_api(folder / "grading").gradebook as gradebook:
        return gradebook.find_grade("why", tiny.LAB, tiny.LAB, "mallory").manual_score


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


def test_nothing_of_it_runs_and_nobody_elsewhere_is_asked(page):
    expect(page.get_by_text("Because.")).to_be_visible()
    assert page.evaluate("window.owned") is None
    libraries = "https://cdnjs.cloudflare.com/ajax/libs/"  # of nbgrader's own templates
    assert [address for address in page.asked if not address.startswith(libraries)] == []


def test_something_that_lies_over_a_button_is_found(page):
    cover = "position: fixed; inset: 0; z-index: 9999"
    page.evaluate(f"document.body.insertAdjacentHTML('beforeend', '<a style=\"{cover}\">x</a>')")
    assert page.locator("button.full-credit").evaluate_all(ON_TOP) != []

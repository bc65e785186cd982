"""The filter explorer in a real browser: a control moves, and the picture changes."""

import re
import shutil
from contextlib import contextmanager

import nbformat
import pytest
from browser import CHROMIUM, jupyter_lab, open_browser
from PIL import Image
from playwright.sync_api import expect

from grading.authoring.release import KERNEL
from grading.paths import ROOT

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: there is none on PATH")
SOURCE = "from lib.explorer import explore\nexplore()"
APPS = {"JupyterLab": "lab/tree", "Notebook": "notebooks"}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("student")
    shutil.copytree(ROOT / "lib", folder / "lib", ignore=shutil.ignore_patterns("__pycache__"))
    cell = nbformat.v4.new_code_cell(SOURCE, id="explore")
    notebook = nbformat.v4.new_notebook(cells=[cell], metadata={"kernelspec": KERNEL})
    for app in APPS:
        nbformat.write(notebook, folder / f"{app}.ipynb")
    with jupyter_lab(folder, tmp_path_factory.mktemp("jupyter")) as url:
        yield url


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with open_browser(tmp_path_factory.mktemp("browser")) as browser:
        yield browser


@pytest.fixture(scope="module", params=APPS)
def explorer(request, server, browser, tmp_path_factory):
    """The explorer as a notebook shows it; what one test does to it, the next one finds."""
    picture = tmp_path_factory.mktemp("page") / f"{request.param}.png"
    print(f"What the page showed in the end: {picture}")
    page = browser.new_page()
    page.goto(server(f"{APPS[request.param]}/{request.param}.ipynb"))
    prompt = page.locator(".jp-Notebook .jp-InputPrompt").first
    # What is run before the kernel is there is dropped without a word: press again.
    while not re.fullmatch(r"\[(\*|\d+)\]:", prompt.inner_text()):
        if page.locator(".jp-Dialog").count():  # asks which kernel, where none is there yet
            page.keyboard.press("Escape")
        else:
            page.locator(".jp-Notebook .cm-content").first.click()
            page.keyboard.press("Control+Enter")
        page.wait_for_timeout(1000)
    box = page.locator(".filter-explorer")
    expect(box.locator("img")).to_be_visible()
    yield Explored(page, box)
    page.screenshot(path=picture)
    page.close()


class Explored:
    """The explorer on a page: its controls, its picture, and the picture in words."""

    def __init__(self, page, box):
        self.page, self.box = page, box
        self.picture, self.words = box.locator("img"), box.get_by_role("note")

    @contextmanager
    def changes(self, words):
        """See that the picture changes, that the new one is drawn, and what it shows."""
        before = self.picture.get_attribute("src")
        yield
        expect(self.picture).not_to_have_attribute("src", before)
        expect(self.words).to_contain_text(words)
        # A slow redraw may be followed by a last one: wait for a picture that can be decoded.
        assert self.picture.evaluate("i => i.decode().then(() => i.naturalWidth > 500)")

    def press(self, *places):
        """Press the mouse at fractions (across, down) of the picture, and drag it on to others."""
        self.picture.scroll_into_view_if_needed()
        box = self.picture.bounding_box()
        ends = [(box["x"] + u * box["width"], box["y"] + v * box["height"]) for u, v in places]
        self.page.mouse.move(*ends[0])
        self.page.mouse.down()
        for end in ends[1:]:
            self.page.mouse.move(*end, steps=4)
        self.page.mouse.up()


def test_a_chosen_filter_and_a_chosen_digit_are_seen_at_once(explorer):
    filters, images = explorer.box.get_by_label("filter"), explorer.box.get_by_label("image")
    filters.select_option("identity")
    with explorer.changes("Filter: 1 0 −1; 2 0 −2; 1 0 −1."):
        filters.select_option("vertical edges")
    images.select_option("digit 1")
    with explorer.changes("An image, 28 × 28"):
        images.select_option("digit 7")


def test_numbers_are_typed_with_the_keyboard_alone(explorer):
    explorer.box.get_by_label("filter").select_option("identity")
    expect(explorer.words).to_contain_text("Filter: 0 0 0; 0 1 0; 0 0 0.")
    with explorer.changes("Filter: 0 −1.5 0; 2 1 0; 0 0 0."):
        explorer.box.get_by_label("row 0, column 1").press("ControlOrMeta+a")
        for key in (*"-1.5", "Tab", "Tab", "ControlOrMeta+a", "2"):
            explorer.page.keyboard.press(key)
    expect(explorer.box.get_by_label("filter")).to_have_value("your own")


def test_the_window_slides_with_the_keyboard_and_goes_where_the_map_is_clicked(explorer):
    row = explorer.box.get_by_role("slider").nth(1)  # its arrow keys, Notebook keeps for itself
    row.press("Home")
    expect(explorer.words).to_contain_text("At row 0, column ")
    with explorer.changes("At row 25, column "):
        row.press("End")
    with explorer.changes("At row 9, column 10,"):
        explorer.press((0.80, 0.2))


def test_one_draws_with_the_mouse_and_the_line_follows_it(explorer):
    explorer.box.get_by_role("button", name="clear").click()
    expect(explorer.words).to_contain_text("its activation map, from 0 to 0.")
    explorer.box.get_by_label("filter").select_option("identity")
    explorer.box.get_by_role("button", name="draw").click()
    with explorer.changes("its activation map, from 0 to 1."):
        explorer.press((0.1, 0.2), (0.25, 0.2), (0.25, 0.35))
    explorer.box.get_by_role("button", name="look").click()
    with explorer.changes("At row 9, column 6,"):
        explorer.press((0.1, 0.2))
    expect(explorer.box.get_by_label("image")).to_have_value("your own")


def test_an_uploaded_picture_is_seen(explorer, tmp_path):
    Image.new("L", (90, 60), 51).save(tmp_path / "grey.png")
    with explorer.changes("window: 0.2 0.2 0.2; 0.2 0.2 0.2; 0.2 0.2 0.2."):
        with explorer.page.expect_file_chooser() as chooser:
            explorer.box.get_by_role("button", name="upload").click()
        chooser.value.set_files(tmp_path / "grey.png")


def test_the_still_picture_hides_while_the_explorer_is_there(explorer):
    pictures = explorer.page.locator(".jp-OutputArea img")
    expect(pictures).to_have_count(2)
    expect(pictures.nth(0)).to_be_hidden()
    expect(pictures.nth(1)).to_be_visible()

"""Explorer and network view in JupyterLab and Notebook, in a real browser."""

import re
import shutil

import nbformat
import numpy as np
import pytest
from browser import CHROMIUM, jupyter_lab
from playwright.sync_api import expect
from test_explorer import NETWORK
from thorough import thorough

from grading.authoring.source import KERNEL
from grading.paths import ROOT

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: there is none on PATH"),
    thorough,
]
SOURCES = {
    "explore": "import numpy as np\nfrom lib.explorer import explore\n"
    "explore(None, np.array([[1.0, -1], [2, -2], [1, -1]]))",
    "network": NETWORK + "network_view(Network(), params)",
}
APPS = {"JupyterLab": "lab/tree", "Notebook": "notebooks"}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("student")
    shutil.copytree(ROOT / "lib", folder / "lib", ignore=shutil.ignore_patterns("__pycache__"))
    cells = [nbformat.v4.new_code_cell(source, id=name) for name, source in SOURCES.items()]
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": KERNEL})
    for app in APPS:
        nbformat.write(notebook, folder / f"{app}.ipynb")
    with jupyter_lab(folder, tmp_path_factory.mktemp("jupyter")) as url:
        yield url


@pytest.fixture(scope="module", params=APPS)
def notebook(request, server, browser, tmp_path_factory):
    """The notebook, its cells run; what one test does to it, the next one finds."""
    picture = tmp_path_factory.mktemp("page") / f"{request.param}.png"
    print(f"What the page showed in the end: {picture}")
    page = browser.new_page()
    page.goto(server(f"{APPS[request.param]}/{request.param}.ipynb"))
    for n, name in enumerate(SOURCES):
        cell = page.locator(".jp-Notebook .jp-CodeCell").nth(n)
        prompt = cell.locator(".jp-InputPrompt").first
        # What is run before the kernel is there is dropped without a word: press again.
        while not re.fullmatch(r"\[(\*|\d+)\]:", prompt.inner_text()):
            if page.locator(".jp-Dialog").count():  # asks which kernel, where none is there yet
                page.keyboard.press("Escape")
            else:
                cell.locator(".cm-content").click()
                page.keyboard.press("Control+Enter")
            page.wait_for_timeout(1000)
        expect(cell.locator("iframe"), name).to_have_count(1)
    yield page
    page.screenshot(path=picture)
    page.close()


def test_the_window_follows_the_pointer_with_no_kernel_asked(notebook):
    frame = notebook.frame_locator("iframe").nth(0)
    expect(frame.get_by_label("filter", exact=True)).to_have_value("given")
    map_ = frame.get_by_role("img", name="activation map, 26 × 27")
    map_.scroll_into_view_if_needed()
    box = map_.bounding_box()
    notebook.mouse.move(box["x"] + 5.5 * box["width"] / 27, box["y"] + 7.5 * box["height"] / 26)
    expect(frame.locator(".sum")).to_contain_text("map[7, 5]")


def test_the_arrow_keys_move_every_slider(notebook):
    frame = notebook.frame_locator("iframe").nth(0)
    for label in ("row", "column", "which"):
        slider = frame.get_by_label(label, exact=True)
        before = int(slider.input_value())
        slider.press("ArrowRight")
        slider.press("ArrowUp")
        assert int(slider.input_value()) == before + 2, label
        slider.press("ArrowLeft")
        assert int(slider.input_value()) == before + 1, label


def test_the_still_pictures_hide_and_the_frames_are_as_tall_as_what_they_hold(notebook):
    for n in range(2):
        still = notebook.locator(".jp-OutputArea img").nth(n)
        expect(still).to_be_hidden()
        frame = notebook.locator("iframe").nth(n)
        inside = frame.content_frame.locator("body").bounding_box()["height"]
        assert frame.bounding_box()["height"] == pytest.approx(inside, abs=6)


def test_ones_own_layers_read_what_is_drawn(notebook):
    frame = notebook.frame_locator("iframe").nth(1)
    expect(frame.get_by_role("group", name="what the network believes")).to_be_visible()
    pad = frame.get_by_label("the digit: draw here")
    frame.get_by_role("button", name="Clear").click()
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    notebook.mouse.move(box["x"] + 70, box["y"] + 40)
    notebook.mouse.down()
    notebook.mouse.move(box["x"] + 180, box["y"] + 40, steps=4)
    notebook.mouse.move(box["x"] + 110, box["y"] + 210, steps=4)
    notebook.mouse.up()
    expect(frame.locator(".bars strong")).to_have_text("7")
    inside = notebook.locator("iframe").nth(1).content_frame.locator("body")
    inside.evaluate("() => new Promise(done => setTimeout(done, 500))")
    outputs = inside.evaluate("() => network.outputs.map(o => Array.from(o.values))")
    X = np.array(inside.evaluate("() => Array.from(network.shown.values)")).reshape(1, 1, 28, 28)
    names = {}
    exec(NETWORK, names)
    for (layer, *weights), got in zip(names["Network"].steps, outputs, strict=True):
        X = layer.forward(X, *(names["params"][name] for name in weights))
        np.testing.assert_allclose(got, X.ravel(), rtol=1e-5, atol=1e-5)
    detail = frame.get_by_role("region", name="what the number was made of")
    assert "does it compute what its name says" not in detail.inner_text()


def test_what_is_shown_is_as_dark_as_the_notebook(notebook):
    inside = notebook.locator("iframe").nth(0).content_frame.locator("html")
    assert inside.get_attribute("data-theme") == "light"
    notebook.evaluate("document.body.dataset.jpThemeLight = 'false'")
    expect(inside).to_have_attribute("data-theme", "dark")
    notebook.evaluate("document.body.dataset.jpThemeLight = 'true'")
    expect(inside).to_have_attribute("data-theme", "light")

"""The filter explorer: what it shows is true, and it shows something everywhere."""

import base64
import io
import subprocess
import sys
import time
from datetime import UTC, datetime

import matplotlib.pyplot as plt
import nbformat
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from PIL import Image
from scipy.signal import correlate2d

from grading.engine.student_handle import Child, Nursery
from grading.paths import ROOT
from lib import explorer
from lib.explorer import (
    DIGIT,
    Explorer,
    Picture,
    activation_map,
    describe,
    explore,
    look_at,
    paint,
    presets,
    to_digit,
)

DIGITS = explorer._digits()
FOUR = DIGITS[4][0]
EDGES = presets(3)["vertical edges"]


def file(picture, kind="PNG"):
    """A picture as the bytes of a file."""
    with io.BytesIO() as written:
        picture.save(written, kind)
        return written.getvalue()


def pixels(png):
    with Image.open(io.BytesIO(png)) as picture:
        return np.asarray(picture.convert("RGB")) / 255


@pytest.fixture
def explored():
    return Explorer(None, DIGITS)


def seen(explored):
    """What the picture in words says, which has to fit the state."""
    return explored.words.value


# What is shown


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_the_products_sum_to_the_pixel_of_the_map_that_scipy_finds(data):
    k = data.draw(st.sampled_from([3, 5]))
    shape = data.draw(st.tuples(st.integers(k, 9), st.integers(k, 9)))
    X = data.draw(hnp.arrays(float, shape, elements=st.floats(0, 1)))
    w = data.draw(hnp.arrays(float, (k, k), elements=st.floats(-9, 9)))
    A = activation_map(X, w)
    np.testing.assert_allclose(A, correlate2d(X, w, mode="valid"), atol=1e-9)
    for row, column in np.ndindex(A.shape):
        window, products, total = look_at(X, w, row, column)
        np.testing.assert_array_equal(products, window * w)
        np.testing.assert_allclose([products.sum(), total], A[row, column], atol=1e-9)


@pytest.mark.parametrize("k", [3, 5])
def test_each_preset_does_what_its_name_says(k):
    w = presets(k)
    assert {x.shape for x in w.values()} == {(k, k)}
    sums = {name: round(float(x.sum()), 9) for name, x in w.items()}
    bright = {"identity", "box blur", "Gaussian blur", "sharpen", "emboss"}
    assert sums == {name: float(name in bright) for name in w}
    middle = slice(k // 2, -(k // 2))
    np.testing.assert_array_equal(activation_map(FOUR, w["identity"]), FOUR[middle, middle])
    step = np.repeat([[1.0], [0.0]], 5, axis=0) * np.ones(10)  # bright above, dark below
    for x, name, other in (
        (step, "horizontal edges", "vertical edges"),
        (step.T, "vertical edges", "horizontal edges"),
    ):
        assert activation_map(x, w[name]).max() > 0
        assert activation_map(x, w[name]).min() == 0
        assert not activation_map(x, w[other]).any()


def test_the_words_say_what_the_picture_shows():
    X = np.zeros((5, 6))
    X[1, 2] = 0.5
    words = describe(X, EDGES, 1, 2)
    assert "An image, 5 × 6, and its activation map, from −1 to 1." in words
    assert "At row 1, column 2, window: 0.5 0 0; 0 0 0; 0 0 0." in words
    assert words.endswith("Products: 0.5 0 0; 0 0 0; 0 0 0. Their sum is 0.5.")


def test_in_the_map_low_is_black_and_high_is_white():
    picture = Picture()
    shown = pixels(picture.draw(FOUR, EDGES, 0, 0))
    A = activation_map(FOUR, EDGES)
    for at, grey in ((A.argmin(), 0), (A.argmax(), 1)):
        row, column = np.unravel_index(at, A.shape)
        axes = picture.panels["map"].axes
        x, y = axes.transData.transform((column, row))
        np.testing.assert_allclose(shown[len(shown) - 1 - int(y), int(x)], grey, atol=0.01)


def test_the_patch_is_white_where_the_filter_is_positive():
    picture = Picture()
    picture.draw(FOUR, EDGES, 3, 4)
    panel = picture.panels["patch"]
    np.testing.assert_array_equal(panel.image.get_array(), EDGES > 0)
    assert panel.caption.get_text() == "would score 4"


def test_a_redraw_uses_the_same_artists_and_gives_the_picture_of_a_first_draw():
    picture = Picture()
    first = picture.draw(FOUR, EDGES, 3, 4)
    artists = [artist for panel in picture.panels.values() for artist in panel.axes.get_children()]
    other = DIGITS[7][1], presets(3)["sharpen"], 9, 10
    second = picture.draw(*other)
    again = [artist for panel in picture.panels.values() for artist in panel.axes.get_children()]
    assert all(a is b for a, b in zip(artists, again, strict=True))
    assert first != second == Picture().draw(*other)
    assert picture.draw(FOUR, EDGES, 3, 4) == first


def test_a_filter_of_another_size_gets_a_picture_of_its_own():
    picture, w = Picture(), presets(5)["emboss"]
    picture.draw(FOUR, EDGES, 3, 4)
    assert picture.draw(FOUR, w, 3, 4) == Picture().draw(FOUR, w, 3, 4)


def test_the_picture_is_the_same_whatever_style_is_in_use_and_opens_no_figure():
    first = Picture().draw(FOUR, EDGES, 3, 4)
    with plt.style.context("dark_background"), plt.rc_context({"font.size": 30}):
        assert Picture().draw(FOUR, EDGES, 3, 4) == first
    assert plt.get_fignums() == []


@pytest.mark.parametrize("k", [3, 5])
def test_no_number_is_wider_than_its_cell_and_no_caption_than_its_panel(k):
    w = np.where(np.eye(k), -987.654, 0.123)
    picture = Picture()
    picture.draw(np.full((9, 9), 0.567), w, 2, 1)
    for panel in picture.panels.values():
        width = panel.axes.bbox.width
        assert panel.caption.get_window_extent().width < width + 20
        for text in panel.numbers:
            assert text.get_window_extent().width < width / k


# Images of one's own


def test_an_uploaded_png_becomes_28_by_28_and_stays_upright():
    picture = Image.new("L", (280, 280), 0)
    picture.paste(255, (0, 0, 140, 70))  # left, above
    X = to_digit(file(picture))
    assert X.shape == DIGIT
    expected = np.zeros(DIGIT)
    expected[:7, :14] = 1
    np.testing.assert_allclose(X, expected, atol=0.01)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_can_be_uploaded(mode):
    X = to_digit(file(Image.new(mode, (60, 40))))
    assert X.shape == DIGIT
    assert len(np.unique(X)) == 1


def test_dark_ink_on_bright_paper_becomes_bright_on_black_as_in_mnist():
    paper = Image.new("RGB", (300, 200), "white")
    paper.paste((0, 0, 0), (140, 50, 160, 150))
    for data in (file(paper), file(paper, "JPEG")):
        X = to_digit(data)
        assert X[14, 14] > 0.9
        assert X[0].max() < 0.1
    see_through = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    assert not to_digit(file(see_through)).any()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "expected a PNG or JPEG picture"),
        (b"no picture", "expected a PNG or JPEG picture"),
        (file(Image.effect_noise((40, 40), 50))[:600], "expected a PNG or JPEG picture"),
        (file(Image.new("L", (40, 40)), "GIF"), "expected a PNG or JPEG picture"),
        (bytes(20_000_001), "expected at most 20,000,000 bytes, got 20,000,001"),
        (file(Image.new("1", (9000, 9000))), "at most 20,000,000 pixels, got 9000 × 9000"),
    ],
    ids=["empty", "text", "cut off", "GIF", "bytes", "pixels"],
)
def test_what_is_no_picture_or_too_large_is_refused_in_words(data, message):
    with pytest.raises(ValueError, match=message):
        to_digit(data)


def test_a_stroke_has_no_gaps_and_can_be_erased():
    X = paint(np.zeros(DIGIT), [(5, 2), (5, 25)])
    np.testing.assert_array_equal(X[5, 2:26], 1)
    assert X[5, 26] > 0.5
    assert not X[8:].any()
    assert not paint(X, [(5, 2), (5, 25)], erase=True)[5, 2:26].any()


@pytest.mark.parametrize(
    ("X", "message"),
    [
        (np.zeros((4, 9)), r"at least 5 × 5, got shape \(4, 9\)"),
        (np.zeros((2, 28, 28)), r"2-D array \(H, W\), got shape \(2, 28, 28\)"),
        (FOUR * 255, "values from 0 to 1, got 0 to 255: scale them"),
        (FOUR - 1, "values from 0 to 1, got −1 to 0"),
        (FOUR * np.nan, "finite numbers"),
    ],
)
def test_what_is_no_image_is_refused_in_words(X, message):
    with pytest.raises(ValueError, match=message):
        explore(X)


def test_an_image_is_copied_and_uint8_is_scaled():
    X = np.rint(FOUR * 255).astype(np.uint8)[::-1]
    np.testing.assert_allclose(explorer._image(X), FOUR[::-1])
    assert not np.shares_memory(explorer._image(FOUR), FOUR)


# The controls


def test_a_preset_fills_in_its_numbers_and_a_typed_number_is_a_filter_of_ones_own(explored):
    explored.preset.value = "box blur"
    assert [field.value for field in explored.numbers[3]] == [0.111] * 9
    np.testing.assert_array_equal(explored.w, np.full((3, 3), 1 / 9))
    before = explored.png.value
    explored.numbers[3][5].value = -2.5
    assert explored.preset.value == "your own"
    assert explored.w[1, 2] == -2.5
    assert explored.w[0, 0] == 1 / 9
    assert explored.png.value != before
    assert "0.111 0.111 −2.5;" in seen(explored)


def test_a_filter_of_ones_own_keeps_its_numbers_in_another_size(explored):
    explored.numbers[3][1].value = 7
    explored.size.value = 5
    np.testing.assert_array_equal(explored.w[1:4, 1:4], [[1, 7, -1], [2, 0, -2], [1, 0, -1]])
    assert not explored.w[0].any()
    assert len(explored.grid.children) == 25
    explored.size.value = 3
    np.testing.assert_array_equal(explored.w[0], [1, 7, -1])
    explored.preset.value = "sharpen"
    explored.size.value = 5
    np.testing.assert_array_equal(explored.w, presets(5)["sharpen"])


def test_the_sliders_choose_a_position_and_stay_inside_the_map(explored):
    assert (explored.row.max, explored.column.max) == (25, 25)
    explored.row.value, explored.column.value = 25, 3
    assert explored.at == (25, 3)
    assert "At row 25, column 3," in seen(explored)
    explored.size.value = 5
    assert explored.at == (23, 3)
    assert (explored.row.value, explored.row.max) == (23, 23)


def test_a_press_in_the_map_or_the_image_moves_the_window_there(explored):
    for panel, middle in (("map", 0), ("image", 1)):
        axes = explored.picture.panels[panel].axes
        x, y = axes.transData.transform((8, 6)) / explored.picture.canvas.figure.bbox.size
        explored.path.value = f"1 {x},{1 - y}"
        assert explored.at == (6 - middle, 8 - middle)
        explored.row.value = 0
        explored.path.value = "2 0.001,0.001"  # beside all panels
        assert explored.at == (0, 8 - middle)


def test_a_drag_draws_into_a_copy_of_the_digit(explored):
    before = FOUR.copy()
    axes = explored.picture.panels["image"].axes
    ends = [axes.transData.transform(at) for at in ((2, 2), (20, 2))]
    ends = [xy / explored.picture.canvas.figure.bbox.size for xy in ends]
    explored.mouse.value = "draw"
    explored.path.value = "1 " + " ".join(f"{x},{1 - y}" for x, y in ends)
    assert explored.image.value == "your own"
    np.testing.assert_array_equal(explored.X[2, 2:21], 1)
    np.testing.assert_array_equal(FOUR, before)
    explored.image.value = "digit 4"
    np.testing.assert_array_equal(explored.X, FOUR)
    explored.image.value = "your own"
    assert explored.X[2, 2] == 1


def test_buttons_flip_the_pixel_in_the_window_clear_and_invert(explored):
    for words, expected in (("clear", 0), ("invert", 1)):
        press(explored, words)
        np.testing.assert_array_equal(explored.X, np.full(DIGIT, expected))
    explored.row.value, explored.column.value = 4, 7
    press(explored, "flip the window's middle")
    assert np.argwhere(explored.X == 0).tolist() == [[5, 8]]


def press(explored, words):
    """Press the button that says so."""
    rows = [explored.box, *explored.box.children]
    buttons = {
        getattr(c, "description", ""): c for row in rows for c in getattr(row, "children", ())
    }
    buttons[words].click()


def test_an_upload_is_seen_and_a_bad_one_is_explained(explored):
    upload(explored, file(Image.new("L", (90, 60), 51)))
    np.testing.assert_allclose(explored.X, 0.2)
    assert (explored.image.value, explored.message.value) == ("your own", "")
    upload(explored, b"no picture")
    assert explored.message.value.startswith("expected a PNG or JPEG picture")
    np.testing.assert_allclose(explored.X, 0.2)


def upload(explored, content):
    entry = {"name": "a", "type": "", "size": len(content), "content": memoryview(content)}
    explored.upload.value = [entry | {"last_modified": datetime.now(UTC)}]


def test_which_of_the_digits_is_chosen_within_their_number(explored):
    explored.image.value = "digit 1"
    explored.number.value = len(DIGITS[1]) - 1
    explored.image.value = "digit 5"
    np.testing.assert_array_equal(explored.X, DIGITS[5][-1])
    assert explored.number.value == explored.number.max == len(DIGITS[5]) - 1


def test_every_number_has_a_name_to_be_heard(explored):
    names = [field.description for field in explored.numbers[3]]
    assert names[:4] == ["row 0, column 0", "row 0, column 1", "row 0, column 2", "row 1, column 0"]


# Where nothing can answer


def test_outside_a_notebook_nothing_is_shown(capsys):
    assert explore() is None
    assert capsys.readouterr() == ("", "")


def test_it_imports_without_scipy_and_without_ipywidgets():
    code = "import sys, lib.explorer; print({'scipy', 'ipywidgets'} & set(sys.modules))"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout == "set()\n"


CELLS = {
    "widgets": "from lib.explorer import explore; explore()",
    "none": "import sys; sys.modules['ipywidgets'] = None; explore()",
    "grader": "from unittest.mock import patch\nimport IPython\n"
    "with patch('lib.explorer.get_ipython', lambda: object()): explore()",
}


@pytest.fixture(scope="module")
def notebook(tmp_path_factory):
    """A notebook that a kernel ran without anybody watching."""
    nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in CELLS.values()])
    with pytest.MonkeyPatch.context() as patch:
        for name in ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name)))
        NotebookClient(
            nb, timeout=60, kernel_name="python3", resources={"metadata": {"path": str(ROOT)}}
        ).execute()
    return nb


@pytest.mark.parametrize("cell", CELLS)
def test_a_picture_comes_first_in_words_and_as_png(notebook, cell):
    output = notebook.cells[list(CELLS).index(cell)].outputs[0]
    assert sorted(output.data) == ["image/png", "text/plain"]
    assert output.data["text/plain"] == output.metadata["image/png"]["alt"]
    assert "activation map, from −3.99 to 3.99" in output.data["text/plain"]
    assert pixels(base64.b64decode(output.data["image/png"])).std() > 0.1


def test_after_the_picture_come_the_controls_or_why_there_are_none(notebook):
    after = [cell.outputs[1:] for cell in notebook.cells]
    view = "application/vnd.jupyter.widget-view+json"
    assert [list(o.data) for o in after[0]] == [["text/plain", view]]
    assert [o.text for o in after[1]] == [
        "The picture stands still: for its controls, install ipywidgets and restart.\n"
    ]
    assert after[2] == []


@pytest.mark.filterwarnings("ignore::UserWarning")  # of nbconvert, for it overlooks alt text
@pytest.mark.parametrize("state", [True, False], ids=["with widget state", "without"])
def test_an_exported_page_shows_the_picture(notebook, state):
    nb = nbformat.from_dict(notebook)
    nb.cells = nb.cells[:1]
    if not state:
        nb.metadata = {}
    page, _ = HTMLExporter().from_notebook_node(nb)
    assert nb.cells[0].outputs[0].data["image/png"].strip()[:500] in page.replace("\n", "")
    assert ("Run this cell in a live notebook" in page) != state


def test_in_the_graders_sandbox_there_is_the_picture_and_nothing_else():
    nursery = Nursery((), False)
    try:
        child = Child(nursery, seed=1)
        child.begin(time.monotonic() + 60)
        (output,) = child.run("from lib.explorer import explore; explore()")
        child.end()
    finally:
        nursery.close()
    assert output["output_type"] == "display_data"
    assert sorted(output["data"]) == ["image/png", "text/plain"]

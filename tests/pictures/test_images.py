"""The computational graphs: all there, true, readable, and what their scripts draw."""

import functools
import importlib.util
import sys
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image
from thorough import sample

IMAGES = Path(__file__).resolve().parents[2] / "images"
SHARED = {"graph.py"}  # draws nothing by itself


def load(script):
    """A script as a module, which finds its neighbours as when it is run."""
    spec = importlib.util.spec_from_file_location(script.stem, script)
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(IMAGES))
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(IMAGES))
    return module


SCRIPTS = {p.stem: load(p) for p in sorted(IMAGES.glob("*.py")) if p.name not in SHARED}
PICTURES = {name: module for module in SCRIPTS.values() for name in module.PICTURES}

# The pictures that the two seed labs point at, under the names that they have there.
SEEDS = {
    "Simple Max Pooling Layer.png": "max_pool_layer.png",
    "Simple ReLU Layer.png": "relu_layer.png",
    "Simple Conv1D Layer.png": "conv1d_layer.png",
    "the arrows from Conv to Max Pool, set as a formula": "conv_block.png",
    "Dot Layer Forwards.png": "dot_layer_forward.png",
    "Dot Layer Backward.png": "dot_layer_backward.png",
    "Conv Layer Forward.png": "conv_layer_forward.png",
    "Conv Hint.png": "conv_hint.png",
    "Split.png": "split.png",
    "Conv Layer Backward.png": "conv_layer_backward.png",
}


def graph(name):
    """The picture `name`, drawn but not written."""
    return getattr(PICTURES[name], name.removesuffix(".png"))()


def texts(drawing):
    """The texts of a graph, and the box in pixels that each of them fills."""
    renderer = FigureCanvasAgg(drawing.figure).get_renderer()
    return [(text, text.get_window_extent(renderer)) for text in drawing.axes.texts]


def overlaps(drawing):
    """The pairs of texts that stand on each other."""
    pairs = combinations(texts(drawing), 2)
    return [(s.get_text(), t.get_text()) for (s, box), (t, other) in pairs if box.overlaps(other)]


def same_picture(first, second):
    """Whether two files show the same, but for shades on the edges of letters and lines."""
    first, second = (np.asarray(Image.open(p).convert("RGB"), dtype=int) for p in (first, second))
    return first.shape == second.shape and abs(first - second).max() <= 48


def test_each_picture_of_the_seeds_has_one_here():
    assert set(SEEDS.values()) <= set(PICTURES)
    assert len(set(SEEDS.values())) == len(SEEDS)


def test_every_file_in_the_folder_is_a_script_or_drawn_by_one():
    files = {path.name for path in IMAGES.iterdir() if path.name != "__pycache__"}
    assert files == set(PICTURES) | {f"{stem}.py" for stem in SCRIPTS} | SHARED
    assert len(PICTURES) == sum(len(module.PICTURES) for module in SCRIPTS.values())


@pytest.mark.parametrize("name", PICTURES)
def test_alt_text_says_what_is_seen_with_its_numbers(name):
    alt = PICTURES[name].PICTURES[name]
    assert 100 < len(alt) < 400
    assert alt.endswith(".")
    assert alt.count(". ") <= 1, "two sentences at most"
    assert any(c.isdigit() for c in alt)
    assert not set(alt) & set('<>"\n'), "it stands in Markdown and in HTML"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """The folder into which a script has drawn; once for all tests."""

    @functools.cache
    def drawn(stem):
        folder = tmp_path_factory.mktemp(stem)
        SCRIPTS[stem].draw(folder)
        return folder

    return drawn


@pytest.mark.parametrize("stem", SCRIPTS)
def test_no_picture_is_stale(stem, drawn):
    assert {path.name for path in drawn(stem).iterdir()} == set(SCRIPTS[stem].PICTURES)
    for name in SCRIPTS[stem].PICTURES:
        assert same_picture(drawn(stem) / name, IMAGES / name), f"run images/{stem}.py"


def test_a_picture_with_one_other_number_is_stale(tmp_path, monkeypatch):
    layers = SCRIPTS["layers"]
    assert layers.pooled[3] == 3
    monkeypatch.setattr(layers, "pooled", np.where(np.arange(5) == 3, 2, layers.pooled))
    layers.max_pool_layer().save(tmp_path / "other.png")
    assert not same_picture(tmp_path / "other.png", IMAGES / "max_pool_layer.png")


@pytest.mark.parametrize("stem", sample(SCRIPTS, 1))
def test_drawing_twice_gives_the_same_bytes(stem, drawn, tmp_path):
    SCRIPTS[stem].draw(tmp_path)
    for name in SCRIPTS[stem].PICTURES:
        assert (drawn(stem) / name).read_bytes() == (tmp_path / name).read_bytes()


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_fits_a_notebook_and_has_a_light_card_of_its_own(name):
    picture = Image.open(IMAGES / name)
    assert 700 <= picture.width <= 900
    assert picture.convert("RGBA").getextrema()[3] == (255, 255), "no pixel is see-through"
    corner = picture.convert("RGB").getpixel((0, 0))
    assert min(corner) > 240
    assert not set(picture.info) & {"Software", "date:create", "Creation Time"}


def test_all_pictures_together_are_under_a_megabyte():
    assert sum((IMAGES / name).stat().st_size for name in PICTURES) < 1e6


@pytest.mark.parametrize("name", PICTURES)
def test_no_letter_is_below_11_pixels(name):
    for text, _ in texts(graph(name)):
        smallest = 0.7 if "_" in text.get_text() else 1.0  # of an index
        assert text.get_fontsize() * smallest >= 11, text.get_text()


@pytest.mark.parametrize("name", PICTURES)
def test_no_text_leaves_the_card_or_stands_on_another(name):
    drawing = graph(name)
    width, height = drawing.figure.bbox.size
    for text, box in texts(drawing):
        assert box.x0 >= 4, text.get_text()
        assert box.y0 >= 4, text.get_text()
        assert box.x1 <= width - 4, text.get_text()
        assert box.y1 <= height - 4, text.get_text()
    assert not overlaps(drawing)


def test_a_text_on_another_is_found():
    drawing = graph("split.png")
    text = drawing.axes.texts[0]
    drawing.text(*text.get_position(), "on top")
    assert overlaps(drawing) == [(text.get_text(), "on top")]


def test_the_numbers_of_the_convolution_are_repeated_dots():
    m = SCRIPTS["dot_conv"]
    A, dX, dw = np.zeros_like(m.A), np.zeros_like(m.X), np.zeros_like(m.w)
    for i, j in np.ndindex(A.shape):
        for k, n in np.ndindex(m.w.shape):
            A[i, j] += m.X[i + k, j + n] * m.w[k, n]
            dX[i + k, j + n] += m.dA[i, j] * m.w[k, n]
            dw[k, n] += m.dA[i, j] * m.X[i + k, j + n]
    np.testing.assert_array_equal(m.A, A)
    np.testing.assert_array_equal(m.dX, dX)
    np.testing.assert_array_equal(m.dw_conv, dw)


def test_the_numbers_of_the_dot_layer_are_slopes():
    m = SCRIPTS["dot_conv"]
    for gradient, array, other in ((m.dx, m.x, m.w), (m.dw, m.w, m.x)):
        for place in np.ndindex(array.shape):
            more = array.copy()
            more[place] += 1  # the layer is linear in each input: a whole step is exact
            assert gradient[place] == m.da * (np.sum(more * other) - m.a)

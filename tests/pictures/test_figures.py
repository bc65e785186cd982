"""The pictures in figures/: all there, true, readable, and what their scripts draw."""

import importlib.util
import os
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.lib.stride_tricks import sliding_window_view
from PIL import Image, ImageSequence
from scipy.signal import correlate, correlate2d
from thorough import sample

FIGURES = Path(__file__).resolve().parents[2] / "figures"


def load_all():
    """figures/all.py as a module."""
    spec = importlib.util.spec_from_file_location("figures_all", FIGURES / "all.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


figures_all = load_all()
SCRIPTS = {path.stem: module for path, module in figures_all.scripts([FIGURES]).items()}
PICTURES = {name: module for module in SCRIPTS.values() for name in module.PICTURES}
GIFS = [name for name in PICTURES if name.endswith(".gif")]
canvas = sys.modules["canvas"]

# Every picture that the seeds' texts point at, under the name it has there. The slides of the third
# have lost their files: their titles stand for them.
SEED_002 = {
    "one.png": "digit_as_numbers.png",
    "no_padding_no_strides.gif": "no_padding_no_strides.gif",
    "kernels.png": "learned_kernels.png",
    "feature-map2.png": "feature_maps.png",
    "same_padding_no_strides.gif": "same_padding_no_strides.gif",
    "full_padding_no_strides.gif": "full_padding_no_strides.gif",
    "no_padding_strides.gif": "no_padding_strides.gif",
    "padding_strides.gif": "padding_strides.gif",
    "padding_strides_odd.gif": "padding_strides_odd.gif",
    "conv.gif": "image_convolution.gif",
    "convimages.png": "image_filters.png",
    "pooling.png": "pooling.png",
    "flatten.png": "flatten.png",
}
SEED_003 = {
    "Embedding Table": "text_convolution.png",
    'Reduction / "Pooling"': "text_convolution.png",
    "Challenge 1: Input Representation": "digit_as_numbers.png",
    "Challenge 3: Multiple Output": "feature_maps.png",
    "Convolution Forward": "sliding_window_1d.gif",
    "Unroll": "unroll.gif",
    "Gradient": "conv_1d_backward.png",
    "Conv Back - Input: Reverse the convolutional anchor": "anchors.png",
    "Conv Back - Weight": "conv_1d_backward.png",
    "Channels: Graphical Representation": "channels_1d.gif",
    "Two Dimensional Convolution": "no_padding_no_strides.gif",
    "Two Dimensional Convolution: Backward": "conv_backward_image.gif",
    "Two Dimensional Convolution: Channels": "channels.gif",
}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """Everything drawn anew: the folder, and for each file the texts of each of its frames."""
    folder = tmp_path_factory.mktemp("figures")
    texts, pending = {}, []
    write_text, pixels, write = canvas.Card.text, canvas._pixels, canvas._write

    def text(card, x, y, words, size=15, colour=canvas.INK, bold=False, align="l"):
        place = x * canvas.FINE, y * canvas.FINE
        font = canvas._font(size, bold)
        box = np.add(font.getbbox(str(words), anchor=f"{align}m"), place * 2)
        card.__dict__.setdefault("texts", []).append((str(words), size, box / canvas.FINE))
        return write_text(card, x, y, words, size, colour, bold, align)

    def note_card(card):
        pending.append((card.texts, card.image.height / canvas.FINE))
        return pixels(card)

    def note_file(path, image, **options):
        texts[path.name] = list(pending)
        pending.clear()
        write(path, image, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(canvas.Card, "text", text)
        patch.setattr(canvas, "_pixels", note_card)
        patch.setattr(canvas, "_write", note_file)
        for module in SCRIPTS.values():
            inner = folder / module.__name__
            inner.mkdir()
            figures_all.draw(module, inner)
            for path in inner.iterdir():
                path.rename(folder / path.name)
    return folder, texts


def frames(path):
    """All frames of a picture, (F, H, W, 3)."""
    with Image.open(path) as image:
        return np.stack([np.asarray(f.convert("RGB"), int) for f in ImageSequence.Iterator(image)])


def same_picture(first, second):
    """Whether two files show the same, but for shades on the edges of letters and lines."""
    first, second = frames(first), frames(second)
    if first.shape != second.shape:
        return False
    difference = abs(first - second).max(axis=-1)
    return (difference > 64).mean(axis=(1, 2)).max() < 2e-5 and difference.mean() < 0.5


def overlaps(texts):
    """The pairs of texts that stand on each other."""
    words, _, boxes = zip(*[text for text in texts if text[0]], strict=True)
    left, top, right, bottom = np.array(boxes).T
    across = np.minimum.outer(right, right) - np.maximum.outer(left, left)
    down = np.minimum.outer(bottom, bottom) - np.maximum.outer(top, top)
    pairs = np.argwhere(np.triu((across > 0.5) & (down > 0.5), k=1))
    return [(words[i], words[j]) for i, j in pairs]


@pytest.mark.parametrize("seed", [SEED_002, SEED_003], ids=["002", "003"])
def test_every_picture_that_the_seeds_point_at_has_one_here(seed):
    assert set(seed.values()) <= set(PICTURES)


def test_no_picture_lies_here_that_no_script_draws():
    assert figures_all.orphans(figures_all.scripts([FIGURES])) == []
    assert sum(len(module.PICTURES) for module in SCRIPTS.values()) == len(PICTURES)


@pytest.mark.parametrize("name", PICTURES)
def test_alt_text_says_what_is_seen_with_its_numbers(name):
    alt = PICTURES[name].PICTURES[name]
    assert 100 < len(alt) < 400
    assert alt.endswith(".")
    assert alt.count(". ") <= 1, "two sentences at most"
    assert any(c.isdigit() for c in alt)
    assert not set(alt) & set('<>"\n'), "it stands in Markdown and in HTML"


@pytest.mark.parametrize("name", GIFS)
def test_every_animation_loops_at_a_calm_pace_and_has_a_still_twin(name):
    assert name.replace(".gif", ".png") in PICTURES
    with Image.open(FIGURES / name) as image, Image.open(FIGURES / f"{name[:-4]}.png") as twin:
        assert image.size == twin.size
        assert image.info["loop"] == 0
        times = [frame.info["duration"] for frame in ImageSequence.Iterator(image)]
    assert len(times) >= 4
    assert min(times[:-1]) >= 600
    assert times[-1] >= 1.5 * max(times[:-1])


@pytest.mark.parametrize("name", sample(PICTURES, 10))
def test_no_picture_is_stale(name, drawn):
    folder, _ = drawn
    assert same_picture(folder / name, FIGURES / name), f"run {PICTURES[name].__file__}"


@pytest.mark.parametrize("name", ["unroll.gif", "unroll.png", "anchors.png"])
def test_a_picture_with_one_other_number_is_stale(name, tmp_path, monkeypatch):
    module = SCRIPTS["one_dimension"]
    monkeypatch.setattr(module, "x", np.where(module.x == 6, 8, module.x))
    module.draw(tmp_path)
    assert not same_picture(tmp_path / name, FIGURES / name)


@pytest.mark.parametrize(
    "stem", sample(["what_a_filter_sees", "one_dimension", "learned_kernels"], 1)
)
def test_drawing_twice_gives_the_same_bytes(stem, tmp_path, drawn):
    folder, _ = drawn
    figures_all.draw(SCRIPTS[stem], tmp_path)
    for name in SCRIPTS[stem].PICTURES:
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_fits_a_notebook_and_has_a_light_card_of_its_own(name):
    with Image.open(FIGURES / name) as picture:
        assert 700 <= picture.width <= 900
        assert picture.convert("RGBA").getextrema()[3] == (255, 255), "no pixel is see-through"
        assert min(picture.convert("RGB").getpixel((0, 0))) > 240
        assert not set(picture.info) & {"Software", "Creation Time", "comment"}


def test_all_pictures_together_are_under_two_megabytes():
    assert sum((FIGURES / name).stat().st_size for name in PICTURES) < 2e6


@pytest.mark.parametrize("name", [n for n in PICTURES if n != "what_a_filter_sees.png"])
def test_no_text_is_small_or_leaves_the_card_or_stands_on_another(name, drawn):
    for texts, height in drawn[1][name]:
        for words, size, (left, top, right, bottom) in texts:
            assert size >= 11, words
            if words:
                assert left >= 4, words
                assert top >= 4, words
                assert right <= canvas.WIDTH - 4, words
                assert bottom <= height - 4, words
        assert not overlaps(texts)


def test_a_text_on_another_is_found():
    box = np.array([10.0, 10, 40, 20])
    texts = [("under", 15, box), ("over", 15, box + 5), ("apart", 15, box + 50)]
    assert overlaps(texts) == [("under", "over")]


@pytest.mark.parametrize("row", SCRIPTS["arithmetic"].TABLE, ids=lambda row: row.name)
def test_the_numbers_of_the_arithmetic_are_scipys(row, drawn):
    m = SCRIPTS["arithmetic"]
    X, w = m.arrays(row)
    expected = correlate2d(np.pad(X, row.padding), w, mode="valid")[:: row.stride, :: row.stride]
    sides = zip(row.image, row.filter, strict=True)
    assert expected.shape == tuple(m.size(n, k, row.padding, row.stride)[0] for n, k in sides)
    np.testing.assert_array_equal(m.outputs(X, w, row.padding, row.stride), expected)

    # They are in the pictures: frame by frame, one more of them is written, and its sum is given.
    steps = drawn[1][f"{row.name}.gif"]
    assert len(steps) == expected.size
    for count, (texts, _) in enumerate(steps, start=1):
        words = [text[0] for text in texts]
        value = canvas.number(expected.flat[count - 1])
        at = np.unravel_index(count - 1, expected.shape)
        assert f"= {value}" in words
        assert f"A[{at[0]}, {at[1]}] =" in words
        written = words[words.index("=") + 1 :][:count]
        assert written == [canvas.number(v) for v in expected.flat[:count]]


def test_no_filter_in_the_arithmetic_looks_the_same_when_it_is_flipped_or_turned():
    w = SCRIPTS["arithmetic"].WEIGHTS
    for other in (w.T, w[::-1], w[:, ::-1], w[::-1, ::-1]):
        assert not np.array_equal(w, other)


def test_the_gradient_of_the_image_is_what_a_bump_of_each_pixel_changes():
    m, w = SCRIPTS["backward"], SCRIPTS["arithmetic"].WEIGHTS
    shown = SCRIPTS["arithmetic"].outputs(m.UPSTREAM, w[::-1, ::-1], m.ROW.padding, m.ROW.stride)
    for at in np.ndindex(shown.shape):
        bump = np.zeros(shown.shape, int)
        bump[at] = 1
        assert shown[at] == (correlate2d(bump, w, mode="valid") * m.UPSTREAM).sum()


def test_the_gradients_in_one_dimension_are_what_a_bump_changes(drawn):
    m = SCRIPTS["backward"]
    words = " ".join(text[0] for text in drawn[1]["conv_1d_backward.png"][0][0])

    def loss(x, w):
        return correlate(np.append(x, np.zeros(m.K - 1, int)), w, mode="valid") @ m.dA

    slopes = [loss(m.x + bump, m.w) - loss(m.x, m.w) for bump in np.eye(m.T, dtype=int)]
    np.testing.assert_array_equal(m.dx, slopes)
    slope = loss(m.x, m.w + np.eye(m.K, dtype=int)[m.TAP]) - loss(m.x, m.w)
    assert f"= {canvas.number(m.dx[m.PIXEL])} " in words
    assert words.endswith(f"= {canvas.number(slope)}")


def test_the_numbers_in_one_dimension_are_scipys_and_the_seeds():
    m = SCRIPTS["one_dimension"]
    for row in m.SLIDING:
        _, seen = m.windows(row)
        expected = correlate(np.pad(m.x[: row.length], row.padding), m.w, mode="valid")
        np.testing.assert_array_equal(seen @ m.w, expected[:: row.stride])
        assert m.size(row) == len(seen)
    np.testing.assert_array_equal(m.UNROLLED @ m.w, [18, 28, 38, 48, 37, 30])


@pytest.mark.parametrize("row", SCRIPTS["channels"].TABLE, ids=lambda row: row.name)
def test_the_numbers_of_the_channels_are_scipys(row):
    m = SCRIPTS["channels"]
    X, w, b = m.arrays(row)
    expected = [
        sum(correlate2d(x, k, mode="valid") for x, k in zip(X, kernel, strict=True)) + bias
        for kernel, bias in zip(w, b, strict=True)
    ]
    np.testing.assert_array_equal(m.outputs(X, w, b)[0], expected)


def test_im2col_gives_the_numbers_of_the_channels_picture():
    m, channels = SCRIPTS["im2col"], SCRIPTS["channels"]
    X, w, b = channels.arrays(channels.TABLE[1])
    A, _ = channels.outputs(X, w, 0 * b)
    np.testing.assert_array_equal(m.A, A.reshape(len(A), -1))


@pytest.mark.parametrize("row", SCRIPTS["pooling"].TABLE, ids=lambda row: row.name)
def test_the_numbers_of_the_pooling_are_right(row):
    X, largest, means = SCRIPTS["pooling"].outputs(row)
    seen = sliding_window_view(X, (row.window, row.window))[:: row.stride, :: row.stride]
    np.testing.assert_array_equal(largest, seen.max(axis=(2, 3)))
    np.testing.assert_allclose(means, seen.mean(axis=(2, 3)), rtol=1e-12)


def test_the_two_sentences_have_one_mean_and_two_maxima():
    m = SCRIPTS["text_convolution"]
    (_, mean, A), (_, other_mean, other_A) = map(m.outputs, m.SENTENCES)
    np.testing.assert_array_equal(mean, other_mean)
    assert A.max() != other_A.max()


def test_the_filters_sum_to_what_is_said_of_them():
    sums = {f.name: np.sum(f.numbers) / f.divisor for f in SCRIPTS["image_filters"].FILTERS}
    assert sorted(set(sums.values())) == [0, 1]


SCRIPT = """
PICTURES = {"a.png": "one", "b.png": "two"}
def draw(folder):
    (folder / "a.png").write_bytes(b"same")
    (folder / "b.png").write_bytes(b"new")
    EXTRA
"""


def made_up(folder, extra=""):
    """A folder with a script, two of its pictures and one of nobody's."""
    script = folder / "made_up.py"
    script.write_text(SCRIPT.replace("EXTRA", extra))
    for name, content in (("a.png", b"same"), ("b.png", b"old"), ("c.png", b"nobody's")):
        (folder / name).write_bytes(content)
    return script


@pytest.fixture
def clean_path(monkeypatch):
    """Leave neither modules nor folders behind in this process."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    yield
    for name in [name for name in sys.modules if name.endswith("_made_up")]:
        del sys.modules[name]


@pytest.mark.usefixtures("clean_path")
def test_make_figures_replaces_what_has_changed_and_finds_what_no_script_draws(tmp_path):
    script = made_up(tmp_path)
    found = figures_all.scripts([tmp_path])
    before = os.stat(tmp_path / "a.png").st_ino
    assert figures_all.redraw(script, found[script]) == ["b.png"]
    assert (tmp_path / "b.png").read_bytes() == b"new"
    assert os.stat(tmp_path / "a.png").st_ino == before
    assert figures_all.orphans(found) == [tmp_path / "c.png"]
    assert {p.name for p in tmp_path.iterdir()} == {"made_up.py", "a.png", "b.png", "c.png"}


@pytest.mark.usefixtures("clean_path")
@pytest.mark.parametrize(
    ("extra", "complaint"),
    [
        ("(folder / 'd.png').write_bytes(b'')", "added .'d.png'"),
        ("(folder / 'a.png').unlink()", "left out .'a.png'"),
    ],
)
def test_make_figures_changes_nothing_when_a_script_breaks_its_promise(tmp_path, extra, complaint):
    script = made_up(tmp_path, extra)
    module = figures_all.scripts([tmp_path])[script]
    with pytest.raises(ValueError, match=complaint):
        figures_all.redraw(script, module)
    assert (tmp_path / "b.png").read_bytes() == b"old"
    assert {p.name for p in tmp_path.iterdir()} == {"made_up.py", "a.png", "b.png", "c.png"}

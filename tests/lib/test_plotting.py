"""What one sees through `lib.plotting`: read from the artists, from the pixels, from a notebook."""

import base64
import io
import sys
from itertools import combinations
from pathlib import Path

import matplotlib
import matplotlib.pyplot as plt
import nbformat
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from nbclient import NotebookClient
from PIL import Image
from thorough import examples

from lib import plotting
from lib.plotting import (
    draw_row,
    show_figure,
    show_filter,
    show_image,
    show_map,
    show_row,
    show_signal,
)

ROOT = Path(__file__).resolve().parents[2]
KINDS = ["image", "filter", "map", "signal"]
RAMP = np.arange(12 * 20).reshape(12, 20)  # too many cells for numbers

REAL = st.one_of(hnp.boolean_dtypes(), hnp.integer_dtypes(), hnp.unsigned_integer_dtypes(),
                 hnp.floating_dtypes(sizes=(16, 32, 64)))  # fmt: skip


def arrays_of(ndim, dtype=REAL, max_side=8):
    """Arrays of finite numbers of every type that students meet."""
    shapes = hnp.array_shapes(min_dims=ndim, max_dims=ndim, max_side=max_side)
    return dtype.flatmap(
        lambda d: hnp.arrays(
            d, shapes, elements={"min_value": -1e4, "max_value": 1e4} if d.kind == "f" else None
        )
    )


def laid_out(figure, dpi=200):
    """The figure once every artist knows its place."""
    figure.set_dpi(dpi)
    FigureCanvasAgg(figure).draw()
    return figure


def pixels(figure):
    """The figure as it is seen: (height, width, 4), in [0, 1]."""
    return np.asarray(laid_out(figure, dpi=100).canvas.buffer_rgba()) / 255


def colour_at(figure, panel, row, column):
    """The colour seen in one cell, away from its number."""
    seen = pixels(figure)
    x, y = figure.axes[panel].transData.transform((column - 0.3, row - 0.3))
    return seen[len(seen) - 1 - int(y), int(x), :3]


def grey_at(figure, panel, row, column):
    red, green, blue = colour_at(figure, panel, row, column)
    assert red == green == blue
    return red


def png_of(figure):
    with io.BytesIO() as file:
        figure.savefig(file, format="png")
        return file.getvalue()


def written(axes):
    return [text.get_text() for text in axes.texts]


# Scales and colours


def test_in_a_map_low_is_black_medium_is_grey_and_high_is_white():
    A = np.zeros((15, 20))
    A[0, 0], A[14, 19] = -3, 3
    figure = draw_row([A])
    assert grey_at(figure, 0, 0, 0) == 0
    assert grey_at(figure, 0, 7, 7) == pytest.approx(0.5, abs=0.01)
    assert grey_at(figure, 0, 14, 19) == 1


def test_every_cell_is_seen_in_its_row_and_column():
    A = np.random.default_rng(0).permutation(12).reshape(3, 4)
    figure = draw_row([A])
    seen = [[grey_at(figure, 0, r, c) for c in range(4)] for r in range(3)]
    np.testing.assert_allclose(seen, A / 11, atol=0.005)


def test_maps_in_a_row_share_one_scale_and_one_colour_bar():
    low, high = RAMP / 10, RAMP - 100
    figure = draw_row([low, high, RAMP[:, ::-1]])
    assert {axes.images[0].get_clim() for axes in figure.axes[:3]} == {(-100, 239)}
    assert len(figure.axes) == 4
    assert [t.get_text() for t in figure.axes[3].get_yticklabels()] == ["−100", "69.5", "239"]


def test_maps_on_several_lines_share_one_scale_and_one_colour_bar():
    figure = draw_row([RAMP + i for i in range(12)])
    assert {axes.images[0].get_clim() for axes in figure.axes[:12]} == {(0, 250)}
    assert len(figure.axes) == 13


def test_an_array_of_maps_is_a_row_of_its_first_axis():
    assert len(draw_row(np.zeros((3, 6, 6))).axes) == 3 + 1


def test_images_and_filters_beside_a_map_leave_its_scale_alone():
    figure = draw_row([RAMP * 1000, [[-1, 0, 2]], RAMP], kinds=["image", "filter", "map"])
    scales = [axes.images[0].get_clim() for axes in figure.axes[:3]]
    assert scales == [(0, 239000), (-2, 2), (0, 239)]


@pytest.mark.parametrize("value", [0, 0.1, -7, 1e-300, 1e17, -1e299])
def test_a_constant_map_is_black(value):
    figure = draw_row([np.full((9, 30), value)])
    assert grey_at(figure, 0, 4, 4) == pytest.approx(0, abs=0.01)


def test_the_colour_bar_of_a_constant_map_begins_with_its_value():
    bar = draw_row([[[3, 3]]]).axes[1]
    assert [t.get_text() for t in bar.get_yticklabels()] == ["3", "4.5", "6"]


def test_rounding_errors_do_not_make_a_constant_map_black_and_white():
    A = np.full((15, 20), 0.3)
    A[3, 4] += 1e-12
    assert grey_at(draw_row([A]), 0, 3, 4) == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize(
    ("X", "black", "white"),
    [
        (RAMP / 500, 0, 1),
        (RAMP > 3, 0, 1),
        (np.zeros((9, 9)), 0, 1),
        (RAMP.astype(np.uint8), 0, 255),
        ((RAMP > 3).astype(np.uint8), 0, 1),
        (np.zeros((9, 9), np.uint8), 0, 255),
        (RAMP, 0, 239),
        (RAMP + 50, 0, 289),
        (RAMP - 100, -100, 139),
        (-RAMP - 1, -240, 0),
    ],
)
def test_an_image_is_black_at_0_and_says_what_is_white(X, black, white):
    figure = draw_row([X], kinds="image")
    axes = figure.axes[0]
    assert axes.images[0].get_clim() == (black, white)
    assert axes.get_xlabel().endswith(f"\n{black} black, {white} white".replace("-", "−"))
    expected = (float(X[5, 7]) - black) / (white - black)
    assert grey_at(figure, 0, 5, 7) == pytest.approx(expected, abs=0.01)


def test_a_filter_is_white_at_0_and_as_strong_on_either_side():
    figure = draw_row([[[-3, -1, 0], [1, 3, 0]]], kinds="filter")
    np.testing.assert_array_equal(colour_at(figure, 0, 0, 2), [1, 1, 1])
    assert figure.axes[0].images[0].get_clim() == (-3, 3)


def test_signs_of_a_filter_differ_in_blue_which_colour_blind_eyes_see_too():
    figure = draw_row([[[-1, 1]]], kinds="filter")
    negative, positive = colour_at(figure, 0, 0, 0), colour_at(figure, 0, 0, 1)
    assert negative[2] > negative[0] + 0.3
    assert positive[0] > positive[2] + 0.3


def test_filters_too_large_for_numbers_get_a_colour_bar_and_small_ones_need_none():
    assert len(draw_row([[[1, 2]], [[3, 4]]], kinds="filter").axes) == 2
    figure = draw_row([RAMP, -2 * RAMP], kinds="filter")
    assert [t.get_text() for t in figure.axes[2].get_yticklabels()] == ["−478", "0", "478"]


def test_signals_share_one_scale_that_holds_0():
    figure = draw_row([[1, 2, 3], [-40, 5]], kinds="signal")
    (low, high), second = figure.axes[0].get_ylim(), figure.axes[1].get_ylim()
    assert (low, high) == second
    assert low < -40
    assert high > 5
    assert draw_row([[4, 5]], kinds="signal").axes[0].get_ylim()[0] == 0


def test_a_signal_has_one_stem_for_each_value():
    stems = draw_row([[5, -2, 3]], kinds="signal").axes[0].collections[0].get_segments()
    np.testing.assert_array_equal(stems, [[[t, 0], [t, v]] for t, v in enumerate([5, -2, 3])])


# Words


@pytest.mark.parametrize(("kind", "caption"), [
    ("image", "12 × 20 image\n0 black, 239 white"),
    ("filter", "12 × 20 filter"),
    ("map", "12 × 20 map"),
])  # fmt: skip
def test_the_shape_is_written_below_and_the_title_above(kind, caption):
    axes = draw_row([RAMP], ["a ramp"], kind).axes[0]
    assert (axes.get_title(), axes.get_xlabel()) == ("a ramp", caption)


def test_the_length_of_a_signal_is_written_below():
    assert draw_row([[1, 2]], kinds="signal").axes[0].get_xlabel() == "signal of length 2"


@pytest.mark.parametrize("kind", ["image", "filter", "map"])
def test_small_arrays_have_their_numbers_in_their_cells(kind):
    axes = draw_row([[[1, -2, 0.5], [1 / 9, 12345, -0.0]]], kinds=kind).axes[0]
    assert written(axes) == ["1", "−2", "0.5", "0.111", "12345", "0"]
    assert [text.get_position() for text in axes.texts] == [
        (0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (2, 1)
    ]  # fmt: skip


def test_rounding_errors_are_written_as_0():
    assert written(draw_row([[[1, 2.8e-17]]], kinds="filter").axes[0]) == ["1", "0"]
    assert written(draw_row([[[1e-16, 2.8e-17]]], kinds="filter").axes[0]) == ["1e−16", "2.8e−17"]


def test_short_signals_have_their_numbers_at_their_stems_and_long_ones_have_none():
    assert written(draw_row([[18, 28, -3]], kinds="signal").axes[0]) == ["18", "28", "−3"]
    assert written(draw_row([np.arange(100)], kinds="signal").axes[0]) == []


@settings(max_examples=examples(25), deadline=None)
@given(x=arrays_of(2), kind=st.sampled_from(["image", "filter", "map"]))
@example(x=np.full((6, 1), -1e-05, np.float16), kind="map")
@example(x=np.full((6, 1), -1e-05), kind="filter")
@example(x=np.full((5, 3), -1.23e-05), kind="map")
@example(x=np.full((7, 7), -8.88e88), kind="filter")
def test_numbers_stay_inside_their_cells(x, kind):
    axes = laid_out(draw_row([x], kinds=kind)).axes[0]
    for text in axes.texts:
        (left, bottom), (right, top) = axes.transData.inverted().transform(text.get_window_extent())
        column, row = text.get_position()
        assert column - 0.5 < left < right < column + 0.5
        assert row + 0.5 > bottom > top > row - 0.5


@pytest.mark.parametrize("kind", ["image", "filter", "map"])
def test_every_number_stands_out_from_its_cell(kind):
    def luminance(rgb):  # WCAG 2
        rgb = np.array(rgb)
        linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
        return linear @ [0.2126, 0.7152, 0.0722]

    for values in np.linspace(-1, 1, 60).reshape(-1, 1, 4):
        x = np.append(values, [[-1, 1]], axis=1)
        axes = draw_row([x], kinds=kind).axes[0]
        assert len(axes.texts) == 6
        for text, value in zip(axes.texts, x[0], strict=True):
            cell = luminance(axes.images[0].to_rgba(value)[:3])
            ink = luminance(matplotlib.colors.to_rgb(text.get_color()))
            assert (max(ink, cell) + 0.05) / (min(ink, cell) + 0.05) >= 4.3


@pytest.mark.parametrize("n", [1, 3, 5, 6])
@pytest.mark.parametrize("kind", KINDS)
def test_words_never_run_into_each_other(kind, n):
    x = [30000, -0.123, 3, 17.25, 9] if kind == "signal" else [[30000, -0.123], [3, 4]]
    title = "the vertical edges that the second filter finds in this digit"
    figure = laid_out(draw_row([x] * n, [title] * n, kind))
    words = [text for axes in figure.axes for text in (axes.title, axes.xaxis.label, *axes.texts)]
    words += [label for axes in figure.axes for label in axes.get_yticklabels()]
    boxes = [text.get_window_extent() for text in words if text.get_text()]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]


@pytest.mark.parametrize("shape", [(1, 784), (784, 1), (9, 676), (3, 3), (50, 8), (1, 1)])
def test_cells_are_square_unless_that_hides_the_array(shape):
    figure = laid_out(draw_row([np.arange(np.prod(shape)).reshape(shape)]))
    size = figure.axes[0].get_window_extent().size / figure.dpi
    cell = size / shape[::-1]
    assert cell[0] == pytest.approx(cell[1]) or min(cell) * min(shape) < 0.1
    assert min(size) > 0.1


def test_there_are_no_ticks_around_arrays_and_cells_are_not_blurred():
    axes = draw_row([RAMP]).axes[0]
    assert len(axes.get_xticks()) == len(axes.get_yticks()) == 0
    assert axes.images[0].get_interpolation() == "nearest"


# What goes in


@settings(max_examples=examples(25), deadline=None)
@given(data=st.data(), kind=st.sampled_from(KINDS))
def test_any_finite_real_array_is_drawn_and_left_as_it_was(data, kind):
    x = data.draw(arrays_of(1 if kind == "signal" else 2))
    x = x[::-1].copy(order="F")[::-1]
    before = x.copy()
    x.flags.writeable = False
    pixels(draw_row([x, x[:1]], ["one", None], kind))
    np.testing.assert_array_equal(x, before)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("values", [
    [1e299, -1e299], [5e-324, 0], [1e16, 1e16 + 2], [-(2**63), 2**63 - 1], [2**64 - 1, 0],
])  # fmt: skip
def test_numbers_of_any_size_are_drawn(kind, values):
    pixels(draw_row([np.array(values) if kind == "signal" else np.array([values])], kinds=kind))


def test_a_photo_is_drawn_without_looking_at_every_pixel_in_python():
    calls = 0

    def count(frame, event, arg):
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        draw_row([np.zeros((1000, 1500))], kinds="image")
    finally:
        sys.setprofile(None)
    assert calls < 1000 * 1500


@pytest.mark.parametrize(
    ("show", "x", "message"),
    [
        (show_map, np.zeros(28), r"2-D array \(H, W\), got shape \(28,\): 1-D arrays are signals"),
        (show_image, np.zeros((1, 1, 9, 9)), r"got shape \(1, 1, 9, 9\): show one .* X\[0, 0\]"),
        (show_filter, 3.0, r"expected a 2-D array \(H, W\), got shape \(\)"),
        (
            show_signal,
            np.zeros((2, 9)),
            r"1-D array \(T,\), got shape \(2, 9\): show one .* X\[0\]",
        ),
        (show_image, np.zeros((0, 3)), r"expected at least one value, got shape \(0, 3\)"),
        (show_signal, [], r"expected at least one value, got shape \(0,\)"),
        (show_map, [[1, np.nan, np.inf]], "expected finite numbers, got 2 that are nan, inf"),
        (show_map, [[1e308, -1e308]], "expected finite numbers, got 2 .* beyond 1e300"),
        (show_filter, [[1j]], "expected real numbers, got dtype complex128"),
        (show_filter, [["a"]], "expected real numbers, got dtype <U1"),
        (show_filter, [[None]], "expected real numbers, got dtype object"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_words(show, x, message):
    with pytest.raises(ValueError, match=message):
        show(x)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (([],), "expected 1 to 60 arrays, got 0"),
        ((np.zeros((1000, 2, 2)),), r"expected 1 to 60 arrays, got 1000: pick some"),
        ((np.zeros((28, 28)),), r"array 0: expected a 2-D array .* write \[X\]"),
        (
            ([RAMP, RAMP], ["one"]),
            r"expected a list of 2 titles, one for each array, got \['one'\]",
        ),
        (([RAMP, RAMP], "ab"), "expected a list of 2 titles, one for each array, got 'ab'"),
        (([RAMP], None, ["map", "map"]), "expected a list of 1 kinds"),
        (([RAMP, RAMP], None, ["map", "picture"]), "array 1: expected kind .* got 'picture'"),
    ],
)
def test_a_row_that_does_not_fit_together_is_refused_in_words(args, message):
    with pytest.raises(ValueError, match=message):
        show_row(*args)


# What comes out


def test_the_same_call_draws_the_same_picture_whatever_style_is_in_use():
    def draw():
        return png_of(draw_row([RAMP, RAMP / 2], ["one", "two"]))

    first = draw()
    with plt.style.context("dark_background"), plt.rc_context({"font.size": 30}):
        before = dict(plt.rcParams)
        assert draw() == first
        assert dict(plt.rcParams) == before


def test_the_background_is_white_and_opaque_for_light_and_dark_themes():
    edge = pixels(draw_row([RAMP]))[:, -1]
    np.testing.assert_array_equal(edge, np.ones_like(edge))


def test_many_pictures_leave_no_figure_open():
    for _ in range(25):
        draw_row([[[1]]])
    assert plt.get_fignums() == []


@pytest.mark.parametrize("show", [show_image, show_filter, show_map])
def test_outside_a_notebook_nothing_is_printed(show, capsys):
    assert show(RAMP) is None
    assert capsys.readouterr() == ("", "")


def test_a_figure_that_cannot_be_drawn_is_refused_in_words(monkeypatch):
    """As that of losses that grow until they are infinite, in lab 6."""
    figure = Figure()
    figure.subplots().semilogy([0.5, 1e250, np.inf])
    monkeypatch.setattr("lib.plotting.get_ipython", object)
    monkeypatch.setattr(figure, "savefig", lambda *args, **options: int(np.inf))
    with pytest.raises(ValueError, match="numbers that are too large"):
        show_figure(figure, "it rises")


CELLS = {
    "import": "from lib.plotting import *; import numpy as np; X = np.arange(784.).reshape(28, 28)",
    "image": "show_image(X, 'a <b>ramp</b>')",
    "filter": "show_filter(np.eye(3))",
    "map": "show_map(X);",
    "signal": "show_signal([1, 2, 3])",
    "own": "f = Figure(figsize=(6, 3))\nf.subplots().plot(X[0])\nshow_figure(f, 'it rises')",
    "row": "show_row([X, np.eye(3), X], ['a', 'b', 'c'], ['image', 'filter', 'map'])",
    "wide": "show_row([X] * 5 + [np.ones((20, 500))])",
    "middle": "print('before'); show_map(X); print('after')",
    "loop": "for i in range(25): show_filter(np.eye(2))",
    "style": "import matplotlib.pyplot as plt; plt.style.use('dark_background'); show_image(X)",
    "open": "plt.get_fignums()",
}


@pytest.fixture(scope="module")
def outputs(tmp_path_factory):
    """What each cell of CELLS leaves below it when a real kernel runs the notebook."""
    nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in CELLS.values()])
    with pytest.MonkeyPatch.context() as patch:
        for name in ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name)))
        NotebookClient(
            nb, timeout=600, kernel_name="python3", resources={"metadata": {"path": str(ROOT)}}
        ).execute()
    return {name: cell.outputs for name, cell in zip(CELLS, nb.cells, strict=True)}


@pytest.mark.parametrize(
    "cell", ["image", "filter", "map", "signal", "own", "row", "wide", "style"]
)
def test_in_a_notebook_a_call_shows_one_picture_and_nothing_else(outputs, cell):
    (output,) = outputs[cell]
    assert output.output_type == "display_data"
    assert sorted(output.data) == ["image/png", "text/plain"]


def test_in_a_notebook_a_picture_stands_where_it_was_asked_for(outputs):
    kinds = [output.output_type for output in outputs["middle"]]
    assert kinds == ["stream", "display_data", "stream"]


def test_in_a_notebook_many_pictures_warn_of_nothing_and_leave_no_figure_open(outputs):
    assert [output.output_type for output in outputs["loop"]] == ["display_data"] * 25
    assert outputs["open"][0].data["text/plain"] == "[]"


@pytest.mark.parametrize(
    "cell", ["image", "filter", "map", "signal", "own", "row", "wide", "style"]
)
def test_in_a_notebook_a_picture_is_opaque_sharp_and_no_wider_than_the_page(outputs, cell):
    (output,) = outputs[cell]
    size = output.metadata["image/png"]
    picture = Image.open(io.BytesIO(base64.b64decode(output.data["image/png"])))
    assert (size["width"], size["height"]) == (picture.width // 2, picture.height // 2)
    assert 150 < size["width"] < 900
    assert picture.getpixel((2, 2)) == (255, 255, 255, 255)


def test_in_a_notebook_a_picture_has_words_for_those_who_cannot_see_it(outputs):
    words = "a <b>ramp</b>, 28 × 28 image, 0 black, 783 white"
    assert outputs["image"][0].metadata["image/png"]["alt"] == words
    assert outputs["image"][0].data["text/plain"] == words
    assert outputs["filter"][0].data["text/plain"] == "3 × 3 filter, 1 0 0 0 1 0 0 0 1"


def test_in_a_notebook_a_figure_of_ones_own_has_the_words_that_are_given(outputs):
    (output,) = outputs["own"]
    assert output.metadata["image/png"]["alt"] == output.data["text/plain"] == "it rises"


def test_plotting_opens_no_window_by_itself():
    assert not hasattr(plotting, "plt")


def test_products_are_coloured_as_the_filter_beside_them_and_called_products():
    figure = draw_row([np.eye(3), -np.eye(3) / 2], kinds=["filter", "products"])
    assert [axes.get_xlabel() for axes in figure.axes] == ["3 × 3 filter", "3 × 3 products"]
    assert [axes.images[0].get_clim() for axes in figure.axes] == [(-1, 1), (-1, 1)]
    assert len({axes.images[0].get_cmap().name for axes in figure.axes}) == 1

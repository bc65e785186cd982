"""See images, filters, activation maps and signals.

    show_image(X, "a handwritten 4")
    show_filter(w)
    show_map(A)
    show_signal(x)
    show_row([X, w, A], ["a 4", "edges", "what it sees"], ["image", "filter", "map"])
    show_figure(figure, "the loss falls from 2.3 to 0.1")

Each call shows one picture at once, in the middle of a cell or in a loop as well, and returns
nothing. Outside a notebook nothing is shown: keep the picture with `draw_row(...).savefig(...)`.
"""

import base64
import io
import textwrap
from collections.abc import Iterable, Sequence

import matplotlib.style
import numpy as np
from IPython import get_ipython
from IPython.display import display
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from lib.colours import BLUE, ORANGE

WIDTH, SIDE, BAR = 8.3, 2.6, 0.7  # of the picture, a panel, a colour bar: inches of 100 pixels
COLUMNS = 4  # arrays side by side; more go on further lines
MOST = 60  # arrays that one can take in at a glance
EMS = {"−": 0.84, ".": 0.32}  # widths in DejaVu Sans; digits and e are at most 0.64
STYLE: list = [  # the same picture whatever style the notebook has chosen
    "default",
    {"font.size": 10, "axes.titlesize": 11, "axes.edgecolor": "0.5", "axes.linewidth": 0.8},
]
BLUE_ORANGE = LinearSegmentedColormap.from_list("filter", [BLUE, "white", ORANGE], N=257)
COLOURS = {"image": "gray", "map": "gray", "filter": BLUE_ORANGE, "products": BLUE_ORANGE}


def show_image(X: ArrayLike, title: str | None = None) -> None:
    """Show an image `X` of shape (H, W) in greys, 0 in black.

    White is 1 where all values lie in [0, 1], 255 for other `uint8` images and for one of zeros,
    and the largest value otherwise. Where values are negative, black is the lowest. It is written
    under the image.
    """
    show_row([X], [title], "image")


def show_filter(w: ArrayLike, title: str | None = None) -> None:
    """Show a filter `w` of shape (KH, KW): blue is negative, white 0, orange positive."""
    show_row([w], [title], "filter")


def show_map(A: ArrayLike, title: str | None = None) -> None:
    """Show an activation map `A` of shape (H, W): black is low, grey medium, white high."""
    show_row([A], [title], "map")


def show_signal(x: ArrayLike, title: str | None = None) -> None:
    """Show a signal `x` of shape (T,) as stems."""
    show_row([x], [title], "signal")


def show_row(
    arrays: Iterable[ArrayLike],
    titles: Sequence[str | None] | None = None,
    kinds: str | Sequence[str] = "map",
) -> None:
    """Show several arrays side by side, as one picture: see `draw_row` for what it takes."""
    figure = draw_row(arrays, titles, kinds)
    with matplotlib.style.context(STYLE):
        show_figure(figure, _describe(figure))


def show_figure(figure: Figure, words: str) -> None:
    """Show a figure of your own on white ground, with words for those who do not see it."""
    if get_ipython() is None:
        return
    with io.BytesIO() as file:
        try:
            figure.savefig(
                file, format="png", dpi=200, bbox_inches="tight", pad_inches=0.1, facecolor="white"
            )
        except OverflowError:  # of an axis on a logarithmic scale
            raise ValueError("the figure holds numbers that are too large to be drawn") from None
        png = file.getvalue()
    # Two dots a pixel, for sharp screens; bytes 16 to 24 of a PNG are its width and height.
    width, height = (int(n) // 2 for n in np.frombuffer(png[16:24], ">u4"))
    display(
        {"image/png": base64.b64encode(png).decode(), "text/plain": words},
        metadata={"image/png": {"width": width, "height": height, "alt": words}},
        raw=True,
    )


def draw_row(
    arrays: Iterable[ArrayLike],
    titles: Sequence[str | None] | None = None,
    kinds: str | Sequence[str] = "map",
) -> Figure:
    """Draw several arrays side by side, and return the figure to keep or to change it.

    Parameters
    ----------
    arrays : list of arrays, or one array whose first axis is the row, as `A[0]` of shape (C, H, W)
        Real numbers, each of shape (H, W), or (T,) for a signal. They are not changed.
    titles : list of str, one for each array
    kinds : "image", "filter", "products", "map" or "signal", or a list of these, one for each array
        All maps in the row share one scale and one colour bar, from the lowest to the highest
        value among them; all filters share one scale with their products, and so do all signals.
        Each image has its own: see `show_image`. Small arrays have their numbers in their cells.

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    ValueError
        If an array is empty, has another number of dimensions, or holds anything but finite real
        numbers; if titles or kinds do not fit the arrays.
    """
    given = list(arrays)
    n = len(given)
    if not 1 <= n <= MOST:
        raise ValueError(f"expected 1 to {MOST} arrays, got {n}: pick some, as in arrays[:8]")
    kinds = [kinds] * n if isinstance(kinds, str) else list(kinds)
    titles = [None] * n if titles is None else titles
    for name, values in (("titles", titles), ("kinds", kinds)):
        if isinstance(values, str) or len(values) != n:
            raise ValueError(f"expected a list of {n} {name}, one for each array, got {values!r}")
    places = [f"array {i}: expected" if n > 1 else "expected" for i in range(n)]
    panels = [_checked(*each) for each in zip(given, kinds, places, strict=True)]

    # All lengths are in inches. Long arrays get wider panels than square ones.
    lines = -(-n // COLUMNS)
    columns = -(-n // lines)
    scales = ["filter" if kind == "products" else kind for kind in kinds]
    bars = [kind for kind in ("filter", "map") if kind in scales]
    gap = 0.5 if "signal" in kinds else 0.15
    ratios = [0.75 if x.ndim == 1 else x.shape[0] / x.shape[1] for x in panels]
    width = (WIDTH - BAR * len(bars)) / columns - gap
    width = min(width, SIDE * max(1, 1 / min(ratios)) ** 0.5)
    height = max(0.3, min(width * max(ratios), 1.5 * SIDE))
    written = ["" if t is None else textwrap.fill(str(t), int(width * 12)) for t in titles]
    above = max(0.3 + 0.2 * t.count("\n") if t else 0.1 for t in written)
    below = 0.5 if {"image", "signal"} & set(kinds) else 0.3
    size = np.array([columns * (gap + width) + BAR * len(bars), lines * (above + height + below)])

    with matplotlib.style.context(STYLE):
        figure = Figure((size[0], size[1]), dpi=200)
        for i, (x, title, kind) in enumerate(zip(panels, written, kinds, strict=True)):
            left = gap + (i % columns) * (gap + width)
            bottom = below + (lines - 1 - i // columns) * (above + height + below)
            axes = figure.add_axes((*[left, bottom] / size, *[width, height] / size))
            axes.set_title(title)
            alike = [y for y, scale in zip(panels, scales, strict=True) if scale == scales[i]]
            low, high = _limits(scales[i], [x] if kind == "image" else alike)
            (_draw_stems if kind == "signal" else _draw_cells)(axes, x, kind, low, high)

        left = columns * (gap + width) + 0.15
        for kind in bars:
            panels = [axes for axes, k in zip(figure.axes, scales, strict=False) if k == kind]
            if kind == "filter" and all(axes.texts for axes in panels):
                continue  # numbers say more than a scale
            bar_size = [0.12, size[1] - above - below]
            axes = figure.add_axes((*[left, below] / size, *bar_size / size))
            low, high = panels[0].images[0].get_clim()
            ticks = [low, (low + high) / 2, high]
            figure.colorbar(panels[0].images[0], cax=axes, ticks=ticks)
            axes.set_yticklabels([number(v, high - low) for v in ticks])
            left += BAR
    return figure


def _checked(x, kind, expected):
    """`x` as an array of its own, if its kind, shape and values are in order."""
    x = np.array(x)
    if kind not in (*COLOURS, "signal"):
        raise ValueError(f"{expected} kind {', '.join(COLOURS)} or signal, got {kind!r}")
    if x.dtype.kind not in "biuf":
        raise ValueError(f"{expected} real numbers, got dtype {x.dtype}")
    ndim, form = (1, "a 1-D array (T,)") if kind == "signal" else (2, "a 2-D array (H, W)")
    if x.ndim != ndim:
        hint = "1-D arrays are signals, and one array is a row when you write [X]"
        if x.ndim > ndim:
            hint = f"show one at a time, as X[{', '.join('0' * (x.ndim - ndim))}]"
        raise ValueError(f"{expected} {form}, got shape {x.shape}: {hint}")
    if x.size == 0:
        raise ValueError(f"{expected} at least one value, got shape {x.shape}")
    bad = np.count_nonzero(~(abs(x.astype(float)) < 1e300))
    if bad:
        raise ValueError(f"{expected} finite numbers, got {bad} that are nan, inf or beyond 1e300")
    return x


def _limits(kind, arrays):
    """The values at the two ends of the colours, or of a signal's axis."""
    low, high = min(float(x.min()) for x in arrays), max(float(x.max()) for x in arrays)
    if kind == "map":
        size = max(-low, high)
        # A constant map is black, as it is for lab 6's `to_image` and for the explorer.
        return low, high + (max(1.0, size) if high - low <= 1e-9 * size else 0.0)
    if kind == "filter":
        high = max(-low, high) or 1.0
        return -high, high
    low, high = min(low, 0.0), max(high, 0.0)
    if kind == "image" and low == 0 and (high <= 1 or arrays[0].dtype == np.uint8):
        return 0.0, 1.0 if high <= 1 and (high or arrays[0].dtype != np.uint8) else 255.0
    return (low, high) if low < high else (0.0, 1.0)


def _draw_cells(axes, x, kind, low, high):
    """A 2-D array as coloured cells, with their numbers where these fit."""
    rows, columns = x.shape
    box = axes.bbox.size / axes.figure.dpi
    cell = min(box / [columns, rows])
    colours = axes.imshow(x.astype(float), COLOURS[kind], vmin=low, vmax=high)
    colours.set_interpolation("nearest")
    axes.set(xticks=[], yticks=[], anchor="N", xlabel=f"{rows} × {columns} {kind}")
    if cell * min(rows, columns) < 0.1:
        axes.set_aspect("auto")  # square cells would be too thin to see
    if kind == "image":
        axes.set_xlabel(f"{axes.get_xlabel()}\n{number(low)} black, {number(high)} white")
    if cell < 0.1:
        return  # too small for numbers; and a photo has millions
    words = {at: number(v, max(-low, high)) for at, v in np.ndenumerate(x)}
    font = _font(cell, words.values())
    if font:
        for (r, c), word in words.items():
            light = colours.to_rgba(float(x[r, c]))[:3] @ np.array([0.299, 0.587, 0.114])
            ink = "black" if light > 0.45 else "white"
            axes.text(c, r, word, color=ink, size=font, ha="center", va="center")
        axes.hlines(np.arange(1, rows) - 0.5, -0.5, columns - 0.5, color="0.5", linewidth=0.5)
        axes.vlines(np.arange(1, columns) - 0.5, -0.5, rows - 0.5, color="0.5", linewidth=0.5)


def _draw_stems(axes, x, kind, low, high):
    """A 1-D array as stems, with their numbers where these fit."""
    few = len(x) <= 40
    axes.axhline(0, color="0.5", linewidth=0.8)
    axes.vlines(range(len(x)), 0, x, color=BLUE, linewidth=2 if few else 0.8)
    axes.plot(x, "o", color=BLUE, markersize=5 if few else 0)
    margin = 0.17 * (high - low)
    axes.set(xlim=(-0.7, len(x) - 0.3), ylim=(low - margin * (low < 0), high + margin))
    axes.set_xlabel(f"{kind} of length {len(x)}")
    axes.xaxis.get_major_locator().set_params(integer=True, nbins=12 if len(x) <= 12 else 6)
    axes.spines[["top", "right"]].set_visible(False)
    words = [number(v, max(-low, high)) for v in x]
    font = _font(axes.bbox.width / axes.figure.dpi / (len(x) + 0.4), words)
    if few and font:
        for t, word in enumerate(words):
            up = 1 if x[t] >= 0 else -1
            style = {"size": font, "ha": "center", "va": "bottom" if up == 1 else "top"}
            axes.annotate(word, (t, x[t]), (0, 5 * up), textcoords="offset points", **style)


def _font(cell, words):
    """The size in points at which words fit in cells of so many inches; None if too small."""
    widest = max(sum(EMS.get(character, 0.64) for character in word) for word in words)
    size = min(11, 72 * cell / (widest + 0.5))
    return size if size >= 7 else None


def number(v: float, scale: float = 0.0) -> str:
    """`v` in three digits, whole below 100,000; 0 where it is rounding error beside `scale`."""
    v = float(v) if abs(float(v)) > 1e-9 * scale else 0.0
    text = f"{v:.0f}" if 100 <= abs(v) < 1e5 else f"{v:.3g}"
    return text.replace("-", "−")


def _describe(figure):
    """A figure of `draw_row` in words: its titles, captions and written numbers."""
    panels = []
    for axes in figure.axes:
        words = [axes.get_title(), axes.get_xlabel(), " ".join(t.get_text() for t in axes.texts)]
        panels.append(", ".join(word.replace("\n", ", ") for word in words if word))
    return "; ".join(panel for panel in panels if panel)

"""Small pictures for pages, drawn from numbers: maps of values, and a histogram of scores.

They are SVG inside the page, without script, with a title and a text for screen readers.
"""

import numpy as np
from markupsafe import Markup, escape

from lib.colours import BLUE, ORANGE, rgb

MAX_SIDE = 64  # rows or columns; a smallest failing case has no more
MAX_WITH_NUMBERS = 10  # columns of a map with its values in the cells
CELL, SMALL_CELL = 52, 12  # px
NEGATIVE, NEUTRAL, POSITIVE = rgb(BLUE), (255, 255, 255), rgb(ORANGE)  # as filters in the labs


def maps(expected, got):
    """Draw the expected map, the map that the student got, and their difference.

    Parameters
    ----------
    expected, got : nested lists of numbers, or arrays
        Of any depth; with more than two axes, the first map that differs is drawn.

    Returns
    -------
    list of (str, Markup)
        Captions and pictures; empty if a picture would show nothing.
    """
    pair = _as_array(expected), _as_array(got)
    if any(values is None for values in pair):
        return []
    (expected, got), where = _first_that_differs(*pair)
    if max(expected.size, got.size) < 2 or max(*expected.shape, *got.shape) > MAX_SIDE:
        return []
    if np.array_equal(expected, got, equal_nan=True):  # another thing is wrong: dtype, memory
        return []
    both = np.concatenate([expected.ravel(), got.ravel()])
    finite = both[np.isfinite(both)]
    low, high = (finite.min(), finite.max()) if finite.size else (0.0, 1.0)
    note = f" {where}" if where else ""
    pictures = [
        (f"expected{note}", heatmap(expected, "Expected", lambda v: _gray(v, low, high))),
        (f"got{note}", heatmap(got, "Got", lambda v: _gray(v, low, high))),
    ]
    if expected.shape == got.shape:
        with np.errstate(invalid="ignore", over="ignore"):
            difference = got - expected
        finite = np.abs(difference[np.isfinite(difference)])
        largest = finite.max(initial=0.0)
        if largest > 0:
            picture = heatmap(difference, "Got minus expected", lambda v: _two_sided(v, largest))
            pictures.append(("got − expected", picture))
    return pictures


def heatmap(values, title, colour):
    """Draw a map of values as an SVG; `colour` gives the (r, g, b) of a value.

    Its text for screen readers lists the values of a small map, by rows.
    """
    rows, columns = values.shape
    numbers = max(rows, columns) <= MAX_WITH_NUMBERS
    cell = CELL if numbers else SMALL_CELL
    width, height = columns * cell, rows * cell
    parts = []
    for (i, j), value in np.ndenumerate(values):
        shade = colour(value) if np.isfinite(value) else (200, 40, 40)
        fill = "#{:02x}{:02x}{:02x}".format(*shade)
        x, y = j * cell, i * cell
        parts.append(f'<rect x="{x}" y="{y}" width="{cell}" height="{cell}" fill="{fill}"/>')
        if numbers:
            ink = "#000" if _luminance(shade) > 0.179 else "#fff"
            middle = f'x="{x + cell / 2:g}" y="{y + cell / 2:g}"'
            parts.append(f'<text {middle} fill="{ink}">{shown(value)}</text>')
    text = f"{title}, {rows} by {columns}"
    if numbers:
        text += ": " + "; ".join(" ".join(map(shown, row)) for row in values)
    # Half of the last line on the right and at the bottom lies outside the cells.
    return _svg("map", width + 1, height + 1, text, "".join(parts))


def histogram(scores, out_of):
    """Draw how many reached which share of the points, in ten steps."""
    steps = 10
    # A share of exactly 1 belongs to the last step.
    step = np.clip((np.asarray(scores) / out_of * steps).astype(int), 0, steps - 1)
    counts = np.bincount(step, minlength=steps) if len(scores) else np.zeros(steps, int)
    width, height, bar = 410, 135, 40
    highest = max(counts.max(), 1)
    parts, words = [], []
    for i, many in enumerate(counts):
        tall = 90 * many / highest
        x, y = i * bar, 110 - tall
        parts.append(f'<rect x="{x + 3}" y="{y:g}" width="{bar - 6}" height="{tall:g}"/>')
        if many:
            parts.append(f'<text x="{x + bar / 2:g}" y="{y - 7:g}">{many}</text>')
            words.append(f"{many} with {10 * i} to {10 * i + 10} %")
    parts += [f'<text x="{x * bar}" y="127" class="tick">{10 * x}</text>' for x in range(11)]
    parts.append('<line x1="0" y1="110.5" x2="400" y2="110.5"/>')
    text = "Students by percentage of points: " + (", ".join(words) or "nobody yet")
    return _svg("histogram", width, height, text, "".join(parts))


def shown(value):
    """A number for a cell: as many of its first four digits as fit."""
    for digits in (4, 3, 2, 1):
        text = f"{value:.{digits}g}".replace("e+0", "e").replace("e-0", "e-").replace("e+", "e")
        if len(text) <= 6:
            break
    return "0" if text == "-0" else text.replace("-", "−")


def _svg(kind, width, height, text, inside):
    """An SVG with a text for screen readers; `inside` is made of numbers only."""
    return Markup(
        f'<svg class="{kind}" role="img" aria-label="{escape(text)}" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f"<title>{escape(text)}</title>{inside}</svg>"
    )


def _as_array(values):
    """Values as a float64 array of two axes or more, or None: students return anything."""
    try:
        array = np.array(values, dtype=np.float64)
    except (TypeError, ValueError, OverflowError, RecursionError):
        return None
    if values is None or array.size == 0:
        return None
    return array.reshape((1,) * (2 - array.ndim) + array.shape)


def _first_that_differs(expected, got):
    """The first pair of maps in two stacks that differs, and its index in words."""
    if expected.ndim == 2 and got.ndim == 2:
        return (expected, got), ""
    if expected.shape != got.shape:
        return (expected[(0,) * (expected.ndim - 2)], got[(0,) * (got.ndim - 2)]), "(the first)"
    with np.errstate(invalid="ignore"):
        differs = ~np.isclose(expected, got, equal_nan=True)
    first = tuple(int(i) for i in np.argwhere(differs)[0][:-2]) if differs.any() else None
    first = first or (0,) * (expected.ndim - 2)
    many = int(np.prod(expected.shape[:-2]))
    where = f"[{', '.join(map(str, first))}]" if many > 1 else ""
    return (expected[first], got[first]), where


def _gray(value, low, high):
    """Black for the lowest value, white for the highest."""
    if high <= low:
        return (128, 128, 128)
    share = (value / 2 - low / 2) / (high / 2 - low / 2)  # halves cannot overflow
    return (round(255 * share),) * 3


def _two_sided(value, largest):
    """Blue below zero, orange above: distinguishable for color-blind readers too."""
    share = min(abs(value) / largest, 1.0)
    end = POSITIVE if value > 0 else NEGATIVE
    return tuple(round(n + (e - n) * share) for n, e in zip(NEUTRAL, end, strict=True))


def _luminance(rgb):
    """Relative luminance as WCAG defines it, to choose a readable ink."""
    linear = [c / 3294.6 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

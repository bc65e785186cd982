"""Pooling: every animation is one row of the table; two stills show the way back.

The 4 × 6 image is that of lab 4, which has every number from 1 to 24 once.
"""

from pathlib import Path
from typing import NamedTuple

import numpy as np
from canvas import (
    CARD,
    FILTER,
    GREEN,
    GREY,
    INPUT,
    ORANGE,
    OUTPUT,
    Card,
    number,
    save_gif,
    save_png,
)


class Row(NamedTuple):
    """One animation and its still twin."""

    name: str
    image: tuple  # (H, W)
    window: int
    stride: int
    lesson: str


TABLE = [
    Row("pooling", (4, 6), 2, 2, "The image shrinks to half its height and width."),
    Row("overlapping_pooling", (5, 7), 3, 2, "Windows wider than the stride share cells."),
]
IMAGE = np.array(
    [
        [3, 17, 8, 21, 1, 11, 28],
        [14, 6, 19, 2, 23, 9, 31],
        [10, 24, 5, 13, 7, 16, 25],
        [20, 4, 12, 18, 15, 22, 33],
        [26, 30, 27, 34, 29, 32, 35],
    ]
)
UPSTREAM = np.array([[10, 20, 30], [40, 50, 60]])
LINE_X, LINE_DZ, LINE_SIZE = np.array([1, 4, 2, 8, 5, 7, 0]), np.array([1, 2, 3, 4, 5]), 3
CELL, GAP, TOP = 40, 54, 102


def outputs(row):
    """The largest number and the mean of every window."""
    X, k, s = IMAGE[: row.image[0], : row.image[1]], row.window, row.stride
    shape = [(n - k) // s + 1 for n in X.shape]
    seen = [X[s * r : s * r + k, s * c : s * c + k] for r, c in np.ndindex(*shape)]
    largest, means = [window.max() for window in seen], [window.mean() for window in seen]
    return X, np.reshape(largest, shape), np.reshape(means, shape)


PICTURES = {}
for row in TABLE:
    (h, w), (oh, ow) = row.image, outputs(row)[1].shape
    words = (
        f"pooling a {h} × {w} image, window {row.window} × {row.window}, stride {row.stride}, "
        f"gives {oh} × {ow} numbers: the largest of each window, or its mean. {row.lesson}"
    )
    PICTURES[f"{row.name}.gif"] = f"Animation: {words}"
    PICTURES[f"{row.name}.png"] = f"One step in numbers: {words}"


def image_gradients():
    """The gradients of the 4 × 6 image for `UPSTREAM`: of the largest, and of the mean."""
    X, k = IMAGE[:4, :6], 2
    spread = np.kron(UPSTREAM, np.ones((k, k)))
    largest = np.kron(outputs(TABLE[0])[1], np.ones((k, k), int))
    return np.where(largest == X, spread, 0), spread / k**2


def line_winners():
    """Where in `LINE_X` the largest entry of each window stands."""
    starts = range(len(LINE_X) - LINE_SIZE + 1)
    return np.array([t + LINE_X[t : t + LINE_SIZE].argmax() for t in starts])


def line_gradient():
    """What every entry of `LINE_X` collects from the windows that it has won."""
    return np.bincount(line_winners(), LINE_DZ, len(LINE_X)).astype(int)


def listed(values):
    """An array as text; the rows of a matrix are parted by semicolons."""
    return "; ".join(", ".join(map(number, row)) for row in np.atleast_2d(values))


PICTURES["pooling_line.png"] = (
    f"Five windows of size {LINE_SIZE} and stride 1 over x = ({listed(LINE_X)}), one below the "
    f"other, each with its winner lit and its upstream gradient, {listed(LINE_DZ)}, beside it. "
    f"What an entry has won adds up down its column: dx = ({listed(line_gradient())})."
)
PICTURES["pooling_backward.png"] = (
    f"The upstream gradient dZ = ({listed(UPSTREAM)}) flows back to the 4 × 6 image. With max "
    "pooling each number goes to the winner of its window and all else is 0; with average pooling "
    "each of the four cells gets a quarter."
)


def draw(folder):
    """Write every picture into `folder`."""
    for row in TABLE:
        steps = list(np.ndindex(outputs(row)[1].shape))
        cards = [card(row, at, i + 1) for i, at in enumerate(steps)]
        save_gif(cards, folder / f"{row.name}.gif", seconds=1.2)
        save_png(card(row, steps[1], len(steps)), folder / f"{row.name}.png")
    save_png(line_card(), folder / "pooling_line.png")
    save_png(backward_card(), folder / "pooling_backward.png")


def card(row, at, known):
    """One window, with the first `known` outputs written."""
    X, largest, means = outputs(row)
    k, (first, second) = row.window, (i * row.stride for i in at)
    height = len(X) * CELL
    picture = Card(
        TOP + height + 96,
        f"Pooling: window {k} × {k}, stride {row.stride}",
        row.lesson,
        f"window {1 + np.ravel_multi_index(at, largest.shape)} of {largest.size}",
    )
    x = 60
    fill = np.full(X.shape, INPUT)
    fill[first : first + k, second : second + k] = FILTER
    picture.grid(x, TOP, X, CELL, fill, name=f"image X  {X.shape[0]} × {X.shape[1]}")
    picture.frame(x, TOP, (first, second), (k, k), CELL)
    show = (np.arange(largest.size) < known).reshape(largest.shape)
    wide = 52  # a mean needs more room
    x += X.shape[1] * CELL + GAP
    y = TOP + (height - largest.shape[0] * wide) // 2
    for name, values in (("max pooling", largest), ("average pooling", means)):
        middle = TOP + height / 2
        if values is largest:
            picture.arrow((x - GAP + 10, middle), (x - 10, middle))
        else:
            picture.text(x - GAP / 2, middle, "or", 14, GREY, align="m")
        fill = np.where(show, OUTPUT, CARD)
        picture.grid(x, y, values, wide, fill, show, name=name)
        picture.frame(x, y, at, (1, 1), wide, GREEN)
        x += largest.shape[1] * wide + GAP
    seen = [number(v) for v in X[first : first + k, second : second + k].ravel()]
    y = TOP + height + 40
    picture.text(60, y, f"max({', '.join(seen)}) = {number(largest[at])}", 15, GREEN)
    equals = "=" if float(f"{means[at]:.3g}") == means[at] else "≈"
    mean = f"({' + '.join(seen)}) / {k * k} {equals} {number(means[at])}"
    picture.text(60, y + 28, f"mean: {mean}", 15, GREEN)
    formula = f"({X.shape[0]} − {k}) // {row.stride} + 1 = {largest.shape[0]}"
    picture.text(760, y, f"height  {formula}", 13, GREY, align="r")
    formula = f"({X.shape[1]} − {k}) // {row.stride} + 1 = {largest.shape[1]}"
    picture.text(760, y + 24, f"width  {formula}", 13, GREY, align="r")
    return picture


def line_card():
    """The windows of a vector below each other, and what their winners collect."""
    left, top, cell, step = 190, 86, 44, 54
    winners, gradient = line_winners(), line_gradient()
    picture = Card(
        top + 7 * step + 24,
        "Who gets what: windows of size 3, stride 1",
        "Each window hands its dz to its winner. What one entry has won adds up.",
    )

    def row(y, name, values, first=0, fill=INPUT):
        picture.text(left - 24, y + cell / 2, name, 15, align="r")
        picture.grid(left + first * cell, y, np.array([values]), cell, fill)

    row(top, "x", LINE_X)
    for t, (winner, dz) in enumerate(zip(winners, LINE_DZ, strict=True)):
        y = top + (t + 1) * step
        window = LINE_X[t : t + LINE_SIZE]
        lit = np.where(np.arange(t, t + LINE_SIZE) == winner, FILTER, CARD)[None]
        row(y, f"window {t}", window, t, lit)
        words = f"z = {number(LINE_X[winner])},  dz = {number(dz)}"
        picture.text(left + len(LINE_X) * cell + 40, y + cell / 2, words, 15, GREEN)
    y = top + (len(winners) + 1) * step
    row(y, "dx", gradient, 0, np.where(gradient > 0, FILTER, INPUT)[None])
    parts = " + ".join(number(dz) for dz in LINE_DZ[winners == gradient.argmax()])
    words = f"the {LINE_X[gradient.argmax()]} gets {parts} = {gradient.max()}"
    picture.text(left + len(LINE_X) * cell + 40, y + cell / 2, words, 15, ORANGE)
    return picture


def backward_card():
    """One upstream gradient, on its way back through a max pool and through a mean."""
    cell, top = 40, 102
    picture = Card(
        top + 4 * cell + 34,
        "The way back: window 2 × 2, stride 2",
        "The largest takes all that its window gets. With a mean, everyone gets a quarter.",
    )
    middle = top + 2 * cell
    picture.grid(321, top + 34, UPSTREAM, 46, OUTPUT, name="dZ")
    picture.arrow((312, middle), (276, middle), ORANGE)
    picture.arrow((468, middle), (504, middle), ORANGE)
    names = "max pooling: dX", "average pooling: dX"
    for x, name, gradient in zip((20, 520), names, image_gradients(), strict=True):
        fill = np.where(gradient > 0, FILTER, CARD)
        picture.grid(x, top, gradient, cell, fill, size=14, name=name)
        for i, j in np.ndindex(2, 3):
            picture.frame(x, top, (2 * i, 2 * j), (2, 2), cell, GREY)
    return picture


if __name__ == "__main__":
    draw(Path(__file__).parent)

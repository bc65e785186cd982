"""Convolution along a line: the sliding window, where it is anchored, and unrolling."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
from canvas import (
    CARD,
    FILTER,
    GREEN,
    GREY,
    INK,
    INPUT,
    ORANGE,
    OUTPUT,
    PADDING,
    Card,
    number,
    products,
    save_gif,
    save_png,
)


class Row(NamedTuple):
    """One animation of a sliding window, and its still twin."""

    name: str
    length: int
    padding: int
    stride: int
    title: str
    lesson: str


SLIDING = [
    Row(
        *("sliding_window_1d", 6, 0, 1, "A window slides along a line"),
        "At each place: multiply the numbers that lie above each other, and add.",
    ),
    Row(
        *("sliding_window_1d_same", 5, 1, 1, "Half padding in one dimension"),
        "One zero on each side, and the output is as long as the signal.",
    ),
    Row(
        *("sliding_window_1d_stride", 8, 1, 2, "Stride 2 in one dimension"),
        "The window jumps two cells; the zero at the right end is never used.",
    ),
]
x, w = np.arange(1, 9), np.array([5, 2, 3])
T, K = 6, len(w)
# What is unrolled: zeros past the right end.
UNROLLED = np.array([np.append(x[:T], np.zeros(K - 1, int))[t : t + K] for t in range(T)])
ANCHORS = [  # name, zeros at the left and at the right, where they come in
    ("at the left", 0, K - 1, "at the right end"),
    ("in the centre", K // 2, K // 2, "at both ends"),
    ("at the right", K - 1, 0, "at the left end"),
]
CELL, LEFT = 44, 60


def listed(values):
    """Numbers with commas between them."""
    return ", ".join(map(number, values))


def size(row):
    """Length of the output."""
    return (row.length - K + 2 * row.padding) // row.stride + 1


PICTURES = {}
for row in SLIDING:
    words = (
        f"a filter of length {K} on a signal of length {row.length}, with padding {row.padding} "
        f"and stride {row.stride}, gives {size(row)} outputs. {row.lesson}"
    )
    PICTURES[f"{row.name}.gif"] = f"Animation, with every sum of products: {words}"
    PICTURES[f"{row.name}.png"] = f"One step in numbers: {words}"
unrolled = (
    f"row t of a {T} × {K} matrix is the window on a signal of length {T} that begins at t, with "
    f"zeros past the right end. The matrix times the filter ({listed(w)}) is the convolution: "
    f"{listed(UNROLLED @ w)}."
)
PICTURES |= {
    "unroll.gif": f"Animation: {unrolled}",
    "unroll.png": f"One step in numbers: {unrolled}",
    "anchors.png": (
        f"The same {T} numbers and {K} weights, three times, with the first and the last window "
        "outlined. Zeros come in "
        + "; ".join(f"{zeros} when anchored {name}" for name, _, _, zeros in ANCHORS)
        + "."
    ),
}


def draw(folder):
    """Write every picture into `folder`."""
    for row in SLIDING:
        steps = range(size(row))
        cards = [sliding_window(row, t, t + 1) for t in steps]
        save_gif(cards, folder / f"{row.name}.gif", seconds=1.2)
        still = sliding_window(row, len(steps) // 2, len(steps))
        save_png(still, folder / f"{row.name}.png")
    save_gif([unroll(t, t + 1) for t in range(T)], folder / "unroll.gif", seconds=1.2)
    save_png(unroll(2, T), folder / "unroll.png")
    save_png(anchors(), folder / "anchors.png")


def windows(row):
    """The padded signal, and every window on it, as rows."""
    padded = np.pad(x[: row.length], row.padding)
    begins = np.arange(size(row)) * row.stride
    return padded, np.array([padded[i : i + K] for i in begins])


def sliding_window(row, t, known):
    """One place of the window, with the first `known` outputs written."""
    padded, seen = windows(row)
    A = seen @ w
    picture = Card(270, row.title, row.lesson, f"window {t + 1} of {len(A)}")
    begin = t * row.stride
    real = np.pad(np.ones(row.length, bool), row.padding)
    fill = np.where(real, INPUT, PADDING)
    fill[(len(A) - 1) * row.stride + K :] = CARD
    fill[begin : begin + K] = FILTER
    _line(picture, "x", 84, padded, fill, ink=np.where(real, INK, GREY))
    picture.frame(LEFT, 84, (0, begin), (1, K), CELL)
    _line(picture, "w", 136, w, FILTER, begin)
    show = np.arange(len(A)) < known
    _line(picture, "y", 204, A, np.where(show, OUTPUT, CARD), show=show)
    picture.frame(LEFT, 204, (0, t), (1, 1), CELL, GREEN)

    x0 = LEFT + len(padded) * CELL + 28
    picture.text(x0, 106, f"y[{t}] = {products(seen[t], w)}", 15, GREEN)
    picture.text(x0, 132, f"= {number(A[t])}", 16, GREEN, bold=True)
    formula = f"({row.length} − {K} + 2·{row.padding}) // {row.stride} + 1 = {len(A)}"
    picture.text(760, 226, f"length  {formula}", 13, GREY, align="r")
    return picture


def unroll(t, known):
    """Row `t` of the unrolled signal, with the first `known` rows written."""
    picture = Card(
        470,
        "Unroll: every window becomes a row",
        "Then one matrix product computes all windows at once. The window begins at t.",
        f"row {t + 1} of {T}",
    )
    padded, real = np.append(x[:T], np.zeros(K - 1, int)), np.arange(T + K - 1) < T
    fill = np.where(real, INPUT, PADDING)
    fill[t : t + K] = FILTER
    _line(picture, "x", 84, padded, fill, ink=np.where(real, INK, GREY))
    picture.frame(LEFT, 84, (0, t), (1, K), CELL)

    y, show = 184, (np.arange(T) < known)[:, None]
    real = np.add.outer(np.arange(T), np.arange(K)) < T
    fill = np.where(show, np.where(real, INPUT, PADDING), CARD)
    fill[t] = FILTER
    ink = np.where(real, INK, GREY)
    picture.grid(LEFT, y, UNROLLED, CELL, fill, show, ink, name=f"unroll(x, {K})  {T} × {K}")
    picture.frame(LEFT, y, (t, 0), (1, K), CELL)
    for row in range(T):
        picture.text(LEFT - 14, y + (row + 0.5) * CELL, row, 13, GREY, align="r")
    middle = y + T * CELL / 2
    picture.text(LEFT + 3.5 * CELL, middle, "@", 20, align="m")
    picture.grid(LEFT + 4 * CELL, middle - 1.5 * CELL, w[:, None], CELL, FILTER, name="w")
    picture.text(LEFT + 5.5 * CELL, middle, "=", 20, align="m")
    A = (UNROLLED @ w)[:, None]
    picture.grid(LEFT + 6 * CELL, y, A, CELL, np.where(show, OUTPUT, CARD), show, name="y")
    picture.frame(LEFT + 6 * CELL, y, (t, 0), (1, 1), CELL, GREEN)
    here = y + (t + 0.5) * CELL
    picture.text(
        LEFT + 7 * CELL + 20,
        here,
        f"y[{t}] = {products(UNROLLED[t], w)} = {number(A[t, 0])}",
        15,
        GREEN,
    )
    return picture


def anchors():
    """Three places for the anchor."""
    picture = Card(
        560,
        "Where the window is anchored decides where the zeros come in",
        "y[t] stands under x[t]. Outlined: the first and the last window; dots: their anchors.",
    )
    for i, (name, before, after, zeros) in enumerate(ANCHORS):
        y = 92 + 158 * i
        padded = np.pad(x[:T], (before, after))
        A = np.array([padded[t : t + K] @ w for t in range(T)])
        real = np.pad(np.ones(T, bool), (before, after))
        # x[0] stands in the same column in all three.
        shift = K - 1 - before
        picture.text(540, y + 22, f"anchored {name}:", 15, ORANGE, bold=True)
        picture.text(540, y + 46, f"zeros come in {zeros}", 14, GREY)
        ink = np.where(real, INK, GREY)
        _line(picture, "x", y, padded, np.where(real, INPUT, PADDING), shift, ink=ink)
        picture.text(20, y + 96, "y", 15)
        picture.grid(LEFT + (K - 1) * CELL, y + 74, A[None], CELL, OUTPUT)
        for t in (0, T - 1):
            picture.frame(LEFT + shift * CELL, y, (0, t), (1, K), CELL)
            middle = LEFT + (K - 1 + t + 0.5) * CELL
            picture.dot(middle, y + CELL + 8, 4)
            picture.arrow((middle, y + CELL + 8), (middle, y + 72), ORANGE)
    return picture


def _line(picture, name, y, values, fill, column=0, **options):
    """A signal as a row of cells, from some column on."""
    picture.text(20, y + CELL / 2, name, 15)
    x0 = LEFT + column * CELL
    shape = (1, len(values))
    options = {key: np.reshape(value, shape) for key, value in options.items()}
    picture.grid(x0, y, values[None], CELL, np.broadcast_to(fill, shape), **options)


if __name__ == "__main__":
    draw(Path(__file__).parent)

"""Convolution arithmetic, window by window: every animation is one row of the table."""

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
    OUTPUT,
    PADDING,
    WIDTH,
    Card,
    number,
    save_gif,
    save_png,
)


class Row(NamedTuple):
    """One animation and its still twin."""

    name: str
    image: tuple  # (H, W)
    filter: tuple  # (KH, KW)
    padding: int
    stride: int
    title: str
    lesson: str


TABLE = [
    Row(
        *("no_padding_no_strides", (4, 5), (3, 3), 0, 1, "No padding"),
        "The output is smaller than the image: one number for each place of the window.",
    ),
    Row(
        *("same_padding_no_strides", (4, 5), (3, 3), 1, 1, "Half padding"),
        "With (K − 1) / 2 zeros on each side the output is as large as the image.",
    ),
    Row(
        *("full_padding_no_strides", (3, 4), (3, 3), 2, 1, "Full padding"),
        "With K − 1 zeros on each side every pixel meets every weight, and the output grows.",
    ),
    Row(
        *("no_padding_strides", (5, 7), (3, 3), 0, 2, "Stride 2"),
        "The window jumps two cells at a time; dots mark where it begins.",
    ),
    Row(
        *("no_padding_strides_odd", (5, 6), (2, 3), 0, 2, "Stride 2 that does not divide"),
        "What fills no window is dropped: here the last row and the last column are never used.",
    ),
    Row(
        *("padding_strides", (5, 5), (3, 3), 1, 2, "Stride 2 with padding 1"),
        "Padding comes first, then the window jumps; dots mark where it begins.",
    ),
    Row(
        *("padding_strides_odd", (6, 6), (3, 3), 1, 2, "Stride 2 with padding 1, an even size"),
        "A window that does not fit is dropped: zeros below and at the right are never used.",
    ),
    Row(
        *("rectangular_filter", (3, 4), (2, 3), 0, 1, "A filter that is not square"),
        "Height and width are computed apart, each with its own size.",
    ),
]
IMAGE = np.random.default_rng(4).integers(0, 6, (6, 7))
WEIGHTS = np.array([[1, 0, -1], [2, 1, 0], [0, -1, 3]])  # no symmetry: a flipped one would show
# The example of lab 3, which its graphs in images/ show too.
LAB = np.array([[1, 2, 0, -1], [3, -2, 1, 2], [0, 1, 3, -3]]), np.array([[2, 1, 1], [-3, 1, 2]])
NAMES = ("image X", "filter w", "output A")
CELL, GAP, TOP = 36, 44, 98


def size(n, k, padding, stride):
    """Output length along one side, and the sum that gives it."""
    length = (n - k + 2 * padding) // stride + 1
    return length, f"({n} − {k} + 2·{padding}) // {stride} + 1 = {length}"


def alt(row, names=("image", "filter", "output")):
    """Alt texts of the two pictures of a row."""
    image, weights, output = names
    (h, w), (kh, kw) = row.image, row.filter
    oh, ow = (size(n, k, row.padding, row.stride)[0] for n, k in zip((h, w), (kh, kw), strict=True))
    zeros = {0: "no padding", 1: "1 zero on each side"}
    words = (
        f"a {kh} × {kw} {weights} on a {h} × {w} {image} with "
        f"{zeros.get(row.padding, f'{row.padding} zeros on each side')} and stride {row.stride} "
        f"gives a {oh} × {ow} {output}"
    )
    return {
        f"{row.name}.gif": f"Animation: {words}, one sum of products at a time. {row.lesson}",
        f"{row.name}.png": f"One step in numbers: {words}. {row.lesson}",
    }


PICTURES = {name: words for row in TABLE for name, words in alt(row).items()}


def draw(folder):
    """Write the two pictures of every row of the table into `folder`."""
    for row in TABLE:
        save(folder, row, *arrays(row), NAMES)


def arrays(row):
    """The image and the filter of one row."""
    (h, w), (kh, kw) = row.image, row.filter
    return LAB if row.name == "rectangular_filter" else (IMAGE[:h, :w], WEIGHTS[:kh, :kw])


def save(folder, row, X, w, names):
    """Write the animation and the still twin of one row, with these arrays and their names."""
    A = outputs(X, w, row.padding, row.stride)
    steps = list(np.ndindex(A.shape))
    cards = [card(row, X, w, A, at, i + 1, names) for i, at in enumerate(steps)]
    save_gif(cards, folder / f"{row.name}.gif", seconds=1.2 if len(steps) < 10 else 0.8)
    still = card(row, X, w, A, steps[len(steps) // 2], len(steps), names)
    save_png(still, folder / f"{row.name}.png")


def outputs(X, w, padding, stride):
    """The sums of all windows."""
    sizes = zip(X.shape, w.shape, strict=True)
    A = np.zeros([size(n, k, padding, stride)[0] for n, k in sizes], int)
    for r, c in np.ndindex(A.shape):
        top, left = r * stride, c * stride
        seen = np.pad(X, padding)[top : top + w.shape[0], left : left + w.shape[1]]
        A[r, c] = (seen * w).sum()
    return A


def card(row, X, w, A, at, known, names):
    """One step: the window that makes the output `at`, and the first `known` outputs."""
    padded = np.pad(X, row.padding)
    height = max(grid.shape[0] for grid in (padded, w, A)) * CELL
    step = f"window {1 + np.ravel_multi_index(at, A.shape)} of {A.size}"
    picture = Card(TOP + height + 42 + 24 * len(w), row.title, row.lesson, step)

    # The three grids stand side by side, each in the middle of the height.
    x = (WIDTH - sum(grid.shape[1] for grid in (padded, w, A)) * CELL) // 2 - GAP
    middle = TOP + height // 2
    captions = [
        f"{name}  {a.shape[0]} × {a.shape[1]}" for name, a in zip(names, (X, w, A), strict=True)
    ]
    first = np.array(at) * row.stride
    for grid, sign, caption in zip((padded, w, A), ("", "∗", "="), captions, strict=True):
        y = middle - grid.shape[0] * CELL // 2
        picture.text(x - GAP / 2, middle, sign, 22, align="m")
        if grid is padded:
            _draw_image(picture, x, y, padded, row, first, w.shape, A.shape, caption)
        elif grid is w:
            picture.grid(x, y, w, CELL, FILTER, name=caption)
        else:
            show = np.arange(A.size).reshape(A.shape) < known
            picture.grid(x, y, A, CELL, np.where(show, OUTPUT, CARD), show, name=caption)
            picture.frame(x, y, at, (1, 1), CELL, GREEN)
        x += grid.shape[1] * CELL + GAP

    y = TOP + height + 40
    name = f"{names[2].split()[-1]}[{at[0]}, {at[1]}] ="
    picture.text(20, y, name, 15, GREEN)
    seen = padded[first[0] : first[0] + w.shape[0], first[1] : first[1] + w.shape[1]]
    x, bottom = picture.product_rows(40 + 9 * len(name), y, seen, w)
    picture.text(x - 14, bottom, f"= {number(A[at])}", 16, GREEN, bold=True)
    for i, side in enumerate(("height", "width")):
        length = size(X.shape[i], w.shape[i], row.padding, row.stride)[1]
        picture.text(WIDTH - 20, y + 24 * i, f"{side}  {length}", 13, GREY, align="r")
    return picture


def _draw_image(picture, x, y, padded, row, first, window, output, caption):
    """The padded image with its window; dots where windows begin, white what none of them sees."""
    fill, ink = np.full(padded.shape, PADDING), np.full(padded.shape, GREY)
    real = tuple(slice(row.padding, n - row.padding) for n in padded.shape)
    fill[real], ink[real] = INPUT, INK
    for i, (n, k) in enumerate(zip(output, window, strict=True)):
        unused = (slice(None),) * i + (slice((n - 1) * row.stride + k, None),)
        fill[unused], ink[unused] = CARD, GREY
    fill[tuple(slice(i, i + k) for i, k in zip(first, window, strict=True))] = FILTER
    picture.grid(x, y, padded, CELL, fill, ink=ink, name=caption)
    if row.stride > 1:
        for r, c in np.ndindex(output):
            picture.dot(x + c * row.stride * CELL + 7, y + r * row.stride * CELL + 7)
    picture.frame(x, y, first, window, CELL)


if __name__ == "__main__":
    draw(Path(__file__).parent)

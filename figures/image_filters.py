"""One image under many filters, and one filter on its way over the image."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
from canvas import FILTER, GREEN, GREY, INK, Card, grey, number, save_gif, save_png
from photo import photo
from scipy.signal import correlate2d


class Filter(NamedTuple):
    """A filter: whole numbers, divided by one number."""

    name: str
    numbers: list
    divisor: int
    effect: str  # in short lines


FILTERS = [
    Filter("identity", [[0, 0, 0], [0, 1, 0], [0, 0, 0]], 1, "changes\nnothing"),
    Filter("box filter", [[1, 1, 1], [1, 1, 1], [1, 1, 1]], 9, "blurs"),
    Filter(
        "sharpen", [[-1, -1, -1], [-1, 17, -1], [-1, -1, -1]], 9, "twice the\nimage, less\nits blur"
    ),
    Filter("emboss", [[-2, -1, 0], [-1, 1, 1], [0, 1, 2]], 1, "light from\nthe corner"),
    Filter("vertical edges", [[1, 0, -1], [1, 0, -1], [1, 0, -1]], 1, "left minus\nright"),
    Filter("horizontal edges", [[1, 1, 1], [0, 0, 0], [-1, -1, -1]], 1, "above minus\nbelow"),
    Filter(
        "diagonal edges", [[0, 1, 1], [-1, 0, 1], [-1, -1, 0]], 1, "one corner\nminus the\nother"
    ),
    Filter(
        "Laplacian",
        [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]],
        1,
        "8 times the\npixel, less its\nneighbours",
    ),
]
SOBEL = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
SIZE, ZOOM = 64, 4  # of the animation
EVERY = 173  # outputs from one frame to the next

PICTURES = {
    "image_filters.png": (
        "A ball and a striped ball before a brick wall, under "
        f"{len(FILTERS)} filters of 3 × 3: {', '.join(f.name for f in FILTERS)}. Where the weights "
        "sum to 1 the brightness stays; where they sum to 0 all is grey but the edges."
    ),
}
words = (
    f"a 3 × 3 filter for vertical edges on an image of {SIZE} × {SIZE} pixels, with the nine grey "
    "values of the window, the nine weights, and their sum, one pixel of the map. White is where "
    "the left is brighter, black where the right is, and grey is 0."
)
PICTURES["image_convolution.gif"] = f"Animation: {words}"
PICTURES["image_convolution.png"] = f"One step in numbers: {words}"


def draw(folder):
    """Write every picture into `folder`."""
    save_png(image_filters(), folder / "image_filters.png", colours=72, greys=40)
    X = np.rint(255 * photo(SIZE)).astype(int)
    A = correlate2d(X, SOBEL, mode="valid")
    cards = [convolution(X, A, n, n + 1) for n in range(0, A.size, EVERY)]
    cards.append(convolution(X, A, A.size - 1, A.size))
    save_gif(cards, folder / "image_convolution.gif", seconds=0.6, colours=64, greys=33)
    still = convolution(X, A, 43 * A.shape[1] + 40, A.size)
    save_png(still, folder / "image_convolution.png", colours=72, greys=40)


def image_filters():
    """The image under all filters."""
    X = photo(88)
    picture = Card(
        690,
        "One image, many filters",
        "Weights that sum to 1 keep the brightness. Weights that sum to 0: grey is 0, edges show.",
    )
    for i, (name, numbers, divisor, effect) in enumerate(FILTERS):
        x, y = 18 + i % 4 * 190, 106 + i // 4 * 298
        w = np.array(numbers) / divisor
        A = correlate2d(X, w, mode="valid")
        signed = abs(w.sum()) < 1e-9
        reach = 0.7 * abs(A).max()
        pixels = grey(A, -reach, reach) if signed else grey(A, 0, 1)
        picture.text(x, y - 14, name, 14, INK, bold=True)
        picture.paste(x, y, pixels, 2)
        picture.grid(x, y + 180, np.array(numbers), 26, FILTER, size=12)
        divided = f"/ {divisor}\n" if divisor > 1 else ""
        for k, line in enumerate((divided + effect).split("\n")):
            picture.text(x + 86, y + 190 + 18 * k, line, 13, GREY)
    return picture


def convolution(X, A, n, known):
    """The window at output number `n`, with the first `known` outputs drawn."""
    r, c = divmod(n, A.shape[1])
    picture = Card(
        450,
        "A filter moves over an image",
        "Nine grey values times nine weights: one pixel of the map. Grey is 0.",
    )
    x, y = 20, 100
    picture.text(x + 32 * ZOOM, y - 14, f"image  {SIZE} × {SIZE}", 14, GREY, align="m")
    picture.paste(x, y, grey(X, 0, 255), ZOOM)
    picture.frame(x, y, (r, c), (3, 3), ZOOM)

    seen = X[r : r + 3, c : c + 3]
    fill = np.array([[f"#{v:02x}{v:02x}{v:02x}" for v in line] for line in seen])
    x = 326
    ink = np.where(seen > 115, "#000000", "#ffffff")
    picture.grid(x, y, seen, 42, fill, ink=ink, size=14, name="window")
    picture.frame(x, y, (0, 0), (3, 3), 42)
    picture.text(x + 63, y + 141, "∗", 20, align="m")
    picture.grid(x, y + 156, SOBEL, 42, FILTER, size=14)

    x = 504
    reach = 0.7 * abs(A).max()
    drawn = np.where(np.arange(A.size) < known, grey(A, -reach, reach).ravel(), 251)
    picture.text(x + 31 * ZOOM, y - 14, f"map  {A.shape[0]} × {A.shape[1]}", 14, GREY, align="m")
    picture.paste(x, y, drawn.reshape(A.shape).astype(np.uint8), ZOOM)
    picture.box(x, y, A.shape[1] * ZOOM, A.shape[0] * ZOOM, line=GREY)
    picture.frame(x, y, (r, c), (1, 1), ZOOM, GREEN)
    picture.text(x, 380, f"A[{r}, {c}] = {number(A[r, c])}", 16, GREEN, bold=True)
    picture.product_rows(38, 380, seen, SOBEL, slot=96)
    return picture


if __name__ == "__main__":
    draw(Path(__file__).parent)

"""Flatten: the maps of every image in one row, ready for a dense layer."""

from pathlib import Path

import numpy as np
from canvas import GREY, INPUT, OUTPUT, Card, save_png

N, C, H, W = 2, 2, 2, 3
A = np.random.default_rng(5).integers(0, 10, (N, C, H, W))
FLAT = A.reshape(N, -1)
CELL = 34
BIG = (1000, 2, 22, 22)  # the size of a real layer

PICTURES = {
    "flatten.png": (
        f"{N} images with {C} maps of {H} × {W} become {N} rows of {FLAT.shape[1]} numbers, "
        "map after map, row after row; none is lost."
    ),
}


def draw(folder):
    """Write the picture into `folder`."""
    picture = Card(
        346,
        "Flatten: the same numbers, one row for each image",
        "Map after map, row after row. Nothing is lost, and the images stay apart.",
    )
    colours = (INPUT, OUTPUT)
    x, y = 760 - FLAT.shape[1] * CELL, 194 - CELL
    fill = np.repeat(np.broadcast_to(colours, (N, C)), H * W, axis=1)
    picture.grid(x, y, FLAT, CELL, fill, name=f"flat  {FLAT.shape}")
    for n in range(N):
        top = 106 + n * (H * CELL + 42)
        picture.text(20, top + CELL, f"image {n}", 14, GREY)
        for c in range(C):
            left = 88 + c * (W * CELL + 14)
            picture.grid(left, top, A[n, c], CELL, colours[c], name=f"map {c}")
        start = 88 + C * (W * CELL + 14), top + H * CELL / 2
        picture.arrow((start[0] - 6, start[1]), (x - 10, y + (n + 0.5) * CELL))
    words = f"In a real layer: {BIG} becomes {(BIG[0], int(np.prod(BIG[1:])))}"
    picture.text(760, 318, words, 14, GREY, align="r")
    picture.text(20, 318, f"maps  {A.shape}", 14, GREY)
    save_png(picture, folder / "flatten.png")


if __name__ == "__main__":
    draw(Path(__file__).parent)

"""A digit, an edge filter and its activation map, as the labs show them."""

import io
from pathlib import Path

import numpy as np
from scipy.signal import correlate2d

from grading.whole import write_whole
from lib.mnist import load_mnist
from lib.plotting import draw_row

PICTURES = {
    "what_a_filter_sees.png": (
        "A handwritten 4, a 3 × 3 filter with ones above and minus ones below, and the activation "
        "map: bright along the lower edges of the strokes, dark along the upper ones."
    ),
}


def draw(folder):
    """Write the picture into `folder`."""
    (images, _), _ = load_mnist()
    X = images[2].astype(float)
    w = np.array([[1.0, 1, 1], [0, 0, 0], [-1, -1, -1]])
    A = correlate2d(X, w, mode="valid")
    figure = draw_row(
        [X, w, A],
        ["an image: a handwritten 4", "a filter", "its activation map"],
        ["image", "filter", "map"],
    )
    file = io.BytesIO()
    # No software version in the file: it depends on nothing but the drawing.
    figure.savefig(file, dpi=100, bbox_inches="tight", metadata={"Software": None})
    write_whole(folder / "what_a_filter_sees.png", file.getvalue())


if __name__ == "__main__":
    draw(Path(__file__).parent)

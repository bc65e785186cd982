"""Play with a filter, and see at once what it sees.

    from lib.explorer import explore
    explore()            # a handwritten 4
    explore(X)           # an image of yours
    explore(X, w)        # and a filter of yours

Move the pointer over a picture: the window follows, and below stand its numbers, the products and
their sum. Where nothing can run, as in a page that forbids scripts, a picture stands in its place.

`python -m lib.explorer --html FILE` writes the same as a page of its own, which needs neither
Python nor a network, together with the network of lab 7, which reads what you draw.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
from IPython import get_ipython
from IPython.display import display

from lib import web
from lib.mnist import load_bundle
from lib.plotting import draw_row

LARGEST = 256  # pixels along a side of an image
WIDEST = 7  # weights along a side of a filter
SCRIPTS = ("numbers.js", "view.js", "explorer.js")
VERTICAL = np.outer([1.0, 2.0, 1.0], [1.0, 0.0, -1.0])
PHOTO = Path(__file__).parent / "data" / "photo.png"
BODY = '<main id="explorer"></main>'
BOTH = """<h1>Convolution from scratch</h1>
<nav aria-label="parts of this page"><button type="button" id="to-explorer">A filter</button>
<button type="button" id="to-network">A network</button></nav>
<main><section id="explorer" aria-label="A filter"></section>
<section id="network" aria-label="A network" hidden></section></main>"""
START = 'const explorer = new Explorer(document.getElementById("explorer"), explorerData);'
START_BOTH = (
    START
    + """
const network = new NetworkView(document.getElementById("network"), networkData);
for (const name of ["explorer", "network"])
  document.getElementById(`to-${name}`).addEventListener("click", () => show(name));
function show(name) {
  for (const other of ["explorer", "network"]) {
    document.getElementById(other).hidden = other !== name;
    document.getElementById(`to-${other}`).setAttribute("aria-pressed", other === name);
  }
}
show(location.hash === "#network" ? "network" : "explorer");"""
)


def explore(X: np.ndarray | None = None, w: np.ndarray | None = None) -> None:
    """Show the filter explorer.

    Parameters
    ----------
    X : array (H, W), or (H, W, 3) in colour, optional
        An image of yours with values in [0, 1] or of type `uint8`, at most 256 x 256; it is not
        changed. Default: a handwritten 4.
    w : array (KH, KW), or (3, KH, KW) for an image in colour, optional
        A filter of yours, at most 7 x 7, no larger than the image, with weights from -999 to 999.

    Raises
    ------
    ValueError
        If `X` is no such image or `w` no such filter.

    Notes
    -----
    What is shown runs in the page by itself: it needs no kernel, so that it works in an exported
    page as well. Outside IPython nothing is shown.
    """
    image = None if X is None else _image(X)
    weights = None if w is None else _filter(w, image)
    if get_ipython() is None:
        return
    words, png, still = _still(image, weights)
    made = web.page("Filter explorer", BODY, SCRIPTS, START, explorerData=_data(5, image, weights))
    shown = {
        "text/html": web.frame(made, "Filter explorer", still),
        "image/png": png,
        "text/plain": words,
    }
    display(shown, metadata={"image/png": {"alt": words}}, raw=True)


def write_page(path: Path) -> None:
    """Write the explorer, and the network of lab 7, as one HTML file that needs nothing else."""
    from lib.network_view import SCRIPTS as NETWORK
    from lib.network_view import shipped

    scripts = (*SCRIPTS, *(name for name in NETWORK if name not in SCRIPTS))
    made = web.page(
        "Convolution from scratch: filters and a network",
        BOTH,
        scripts,
        START_BOTH,
        explorerData=_data(8, None, None),
        networkData=shipped(8),
    )
    path.write_text(made, encoding="utf-8", newline="\n")


def _data(count, image, weights):
    """What the page is given: digits, a picture, and one's own image and filter."""
    from PIL import Image

    with Image.open(PHOTO) as file:
        photo = np.asarray(file.convert("L"))[None]
    return {
        "digits": web.encode(digits(count)),
        "photo": web.encode(photo),
        "own": None if image is None else web.encode(image.astype(np.float32)),
        "filter": None if weights is None else web.encode(weights),
    }


def digits(count: int) -> np.ndarray:
    """The first digits of each class of the training set, uint8: (10, count, 28, 28)."""
    (images, labels), _ = load_bundle()
    return np.stack([images[labels == n][:count] for n in range(10)])


def _still(image, weights):
    """The picture in words, as PNG in base64, and as HTML."""
    # Out of bounds, and not there, in the labs in which a convolution is the exercise.
    from scipy.signal import correlate2d

    X = digits(1)[4, 0][None] / 255 if image is None else image
    w = VERTICAL[None] if weights is None else weights
    w = np.broadcast_to(w, (len(X), *w.shape[1:]))
    A = sum(correlate2d(x, f, mode="valid") for x, f in zip(X, w, strict=True))
    titles = [f"image, {X.shape[1]} × {X.shape[2]}", "filter", "activation map"]
    figure = draw_row([X.mean(axis=0), w[0], A], titles, ["image", "filter", "map"])
    words = (
        f"An image, {X.shape[1]} × {X.shape[2]}, a filter, {w.shape[1]} × {w.shape[2]}, and the "
        f"activation map, from {A.min():.3g} to {A.max():.3g}. Run this cell in a live notebook "
        "to change them."
    )
    return words, *web.still(figure, words)


def _image(X):
    """`X` as (C, H, W) of its own, with values in [0, 1]."""
    X = np.array(X)
    if X.ndim == 3 and X.shape[2] == 3:
        X = X.transpose(2, 0, 1)
    elif X.ndim == 2:
        X = X[None]
    else:
        raise ValueError(f"expected an image (H, W) or (H, W, 3), got shape {X.shape}")
    if not min(X.shape[1:]) >= 5 or max(X.shape[1:]) > LARGEST:
        size = f"{X.shape[1]} × {X.shape[2]}"
        raise ValueError(f"expected an image from 5 × 5 to {LARGEST} × {LARGEST}, got {size}")
    X = _numbers(X, "image")
    low, high = X.min(), X.max()
    if low < 0 or high > 1:
        raise ValueError(
            f"expected values from 0 to 1, got {low:g} to {high:g}: scale them, as in X / X.max()"
        )
    return X


def _filter(w, image):
    """`w` as (C, KH, KW) of its own, float64."""
    w, channels = np.array(w), 1 if image is None else len(image)
    if w.ndim == 2:
        w = np.repeat(w[None], channels, axis=0)
    if w.ndim != 3 or len(w) != channels or not min(w.shape[1:]) >= 1:
        of_colour = f" or ({channels}, KH, KW)" if channels > 1 else ""
        raise ValueError(f"expected a filter (KH, KW){of_colour}, got shape {np.shape(w)}")
    largest = [min(WIDEST, n) for n in ((28, 28) if image is None else image.shape[1:])]
    if w.shape[1] > largest[0] or w.shape[2] > largest[1]:
        size = f"{w.shape[1]} × {w.shape[2]}"
        raise ValueError(f"expected a filter of at most {largest[0]} × {largest[1]}, got {size}")
    w = _numbers(w, "filter")
    if np.abs(w).max() > 999:
        raise ValueError(f"expected weights from -999 to 999, got {w.flat[np.abs(w).argmax()]:g}")
    return w


def _numbers(x, what):
    if x.dtype == np.uint8 and what == "image":
        return x / 255
    if x.dtype.kind not in "biuf" or not np.isfinite(x).all():
        raise ValueError(f"expected finite real numbers in the {what}, got {x.dtype}")
    return x.astype(float)


def main(arguments: list | None = None) -> int:
    """The command; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m lib.explorer", description="The filter explorer as a page of its own."
    )
    parser.add_argument(
        "--html", metavar="FILE", type=Path, required=True, help="write the page into this file"
    )
    options = parser.parse_args(arguments)
    try:
        write_page(options.html)
    except OSError as error:
        print(f"{options.html} cannot be written: {error.strerror}.", file=sys.stderr)
        return 1
    print(f"{options.html}: {options.html.stat().st_size / 1000:.0f} kB, open it in any browser.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

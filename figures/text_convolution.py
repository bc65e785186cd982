"""Convolution over words: what the mean of the words forgets, a window can see."""

from pathlib import Path

import numpy as np
from canvas import FILTER, GREEN, GREY, INPUT, ORANGE, OUTPUT, Card, number, products, save_png

# Three numbers a word, chosen by hand: how it feels, whether it negates, how strong it is.
TABLE = {
    "good": (1, 0, 0),
    "bad": (-1, 0, 0),
    "not": (0, 1, 0),
    "very": (0, 0, 1),
    "but": (0, 0, 0),
}
SENTENCES = ("not good but very bad", "not bad but very good")
w = np.array([[0, 1], [1, 0], [0, 0]])  # (features, K): "not", then something good
CELL, LEFT = 44, 110


def outputs(sentence):
    """The embedded words (features, T), their mean, and the sums of all windows."""
    x = np.array([TABLE[word] for word in sentence.split()]).T
    places = range(x.shape[1] - w.shape[1] + 1)
    return x, x.mean(axis=1), np.array([(x[:, t : t + w.shape[1]] * w).sum() for t in places])


first, second = SENTENCES
PICTURES = {
    "text_convolution.png": (
        f"“{first}” and “{second}”: every word is a column of feeling, negation and strength, with "
        "the same mean for both. A filter of two words, a negation and then something "
        f"good, has the largest sum {outputs(first)[2].max()} in the first and "
        f"{outputs(second)[2].max()} in the second."
    ),
}


def draw(folder):
    """Write the picture into `folder`."""
    picture = Card(
        618,
        "Convolution over words",
        "The mean forgets the order. A window of two words does not.",
    )
    picture.text(650, 96, "filter w: a negation,", 13, GREY, align="m")
    picture.text(650, 112, "then something good", 13, GREY, align="m")
    picture.grid(650 - CELL, 126, w, CELL, FILTER)
    for i, sentence in enumerate(SENTENCES):
        _sentence(picture, 84 + 266 * i, sentence)
    save_png(picture, folder / "text_convolution.png")


def _sentence(picture, y, sentence):
    x, mean, A = outputs(sentence)
    best = int(A.argmax())
    for t, word in enumerate(sentence.split()):
        picture.text(LEFT + (t + 0.5) * CELL, y + 10, word, 14, bold=True, align="m")
    for row, name in enumerate(("feeling", "negates", "strength")):
        picture.text(LEFT - 14, y + 26 + (row + 0.5) * CELL, name, 14, GREY, align="r")
    picture.grid(LEFT, y + 26, x, CELL, INPUT)
    picture.frame(LEFT, y + 26, (0, best), w.shape, CELL, ORANGE)
    column = LEFT + 5 * CELL + 50
    picture.grid(column, y + 26, mean[:, None], CELL, INPUT, name="mean", size=12)
    words = "the same for both"
    picture.text(column + CELL + 14, y + 26 + 1.5 * CELL, words, 13, GREY)
    top = y + 26 + 3 * CELL + 16
    picture.text(LEFT - 14, top + CELL / 2, "a", 14, GREY, align="r")
    picture.grid(LEFT, top, A[None], CELL, OUTPUT)
    picture.frame(LEFT, top, (0, best), (1, 1), CELL, GREEN)
    words = f"max over time = {number(A.max())}"
    picture.text(LEFT + 4 * CELL + 30, top + CELL / 2, words, 15, GREEN, bold=True)
    seen = x[:, best : best + 2]
    sums = f"a[{best}] = {products(seen.ravel(), w.ravel())} = {number(A[best])}"
    picture.text(LEFT, top + CELL + 22, sums, 14, GREY)


if __name__ == "__main__":
    draw(Path(__file__).parent)

"""Probes of lab 6."""

import warnings

import numpy as np

from lib.probes import backwards, call, fortran, ints, singles, some

IMAGE = [[0, 0, 1, 3], [0, 2, 5, 1], [1, 4, 2, 0], [3, 1, 0, 0]]
WIDE = [[0, 0, 1, 3, 2], [0, 2, 5, 1, 1], [1, 4, 2, 0, 3], [3, 1, 0, 0, 1]]


def strictly(function, A):
    """What a function gives where NumPy's warnings are errors."""
    with np.errstate(divide="warn", invalid="warn"), warnings.catch_warnings():
        warnings.filterwarnings("error", "(divide by zero|invalid value) encountered")
        return function(A)


def answers_to_edges(w):
    """What a 3 x 3 filter does at edges, however strong it is: signs, and 0 where it is blind.

    At horizontal edges it should be blind: which of the two sides it favours does not count.
    """
    if w is None:
        return None
    w = np.asarray(w, dtype=np.float64)
    shape = np.array([*w.shape, 0, 0, 0])[:3] * 1.0
    if w.shape != (3, 3):
        nothing = np.full((), 2.0)  # no sign: no mistake of a filter of that shape gives it
        return dict.fromkeys(MEANINGS["vertical_edge_filter"], nothing) | {"shape": shape}
    columns, rows = w.sum(axis=0), w.sum(axis=1)
    answers = {
        "one": columns[0],
        "two": columns[:2].sum(),
        "rows": np.array([rows[0], rows[:2].sum()]),
        "flat": w.sum(),
    }
    size = max(np.abs(w).max(), 1e-300)
    signs = {k: np.sign(np.where(np.abs(a) < 1e-9 * size, 0, a)) for k, a in answers.items()}
    signs["rows"] *= signs["rows"][np.argmax(signs["rows"] != 0)] or 1.0
    return {"shape": shape} | signs


MEANINGS = {
    "vertical_edge_filter": {
        "shape": "its shape, which should be (3, 3)",
        "one": "the answer to a step with one bright column in the window",
        "two": "the answer to a step with two bright columns in the window",
        "rows": "the answer to horizontal edges, which should be 0",
        "flat": "the answer where all pixels are alike, which should be 0",
    }
}

PROBES = {
    "best_patch": (
        call([[2]]),
        call([[1, -2], [0, 3]]),
        call([[0.5, -0.25, 0.25], [-3, 2, 1]]),
        call([[-1, -2], [-3, -4]]),
        call([[1, -2, 0], [-3, 2, -1], [5, 6, -7]]),
        call(np.array(some(4, 3))),
        call([[4, 2], [3, 5]]),
        call([[0, 0], [0, 0]]),
        call([[1, 0, 1], [0, 1, 0]]),
        call(ints([[1, -2], [0, 3]])),
        call(singles([[0.5, -2], [0, 3]])),
        call([[1, -2], [0, 3]]).call([[-1, 2], [0, 3]]),
    ),
    # Nothing here comes near half a grey value: rounded or cut off, it is the same.
    "to_image": (
        call([[0, 255]]),
        call([[7, 7]]).by(strictly),
        call([[0, 25]]),
        call([[-510, -105], [510, 99], [306, 3]]),
        call([[0, 201, 1020]]),
        call([[-1020, 102, 1020]]),
        call([[100.25, 101], [100.25, 101.25]]),
        call([[1, 1 + 2.01e-7, 1 + 1.02e-6]]),
        call([[0, 1.02e-5, 2.01e-6], [4.05e-6, 6.09e-6, 0]]),
        call([[0, 2.01e-16], [1.02e-15, 4.05e-16]]),
        call(np.array([[0.5]])).by(strictly),
        call(np.zeros((2, 2))).by(strictly),
        call(ints([[-300, -99], [105, 720]])),
        call(singles([[-300, -99], [105, 720]])),
        call(fortran([[0, 201, 405], [1020, 609, 0]])),
        call(backwards([[0, 201, 405], [1020, 609, 0]])),
        call([[0, 201, 1020]]).call([[1020, 201, 0]]),
    ),
    "box_filter": (
        call(1),
        call(2),
        call(3),
        call(4),
        call(2).call(3).call(2),
    ),
    "sharpen_filter": (
        call(),
        call(1.0),
        call(0),
        call(2.0),
        call(0.5),
        call(-1.5),
        call(2),
        call().call(2.0).call(),
    ),
    "vertical_edge_filter": (
        call().seen_as(answers_to_edges),
        call().call().seen_as(answers_to_edges),
    ),
    "learn_filter": (
        call(some(3, 3), [[2]], 0, 0.1),
        call(some(3, 3), [[2]], 1, 0.001),
        call(some(3, 3), [[2]], 4, 0.005),
        call(IMAGE, [[1, -2], [3, 5]], 1, 0.001),
        call(IMAGE, [[1, -2], [3, 5]], 2, 0.001),
        call(IMAGE, [[100, -200], [300, 500]], 2, 0.01),
        call(WIDE, [[1, 2, 4], [3, 5, -1]], 3, 0.0005),
        call(np.transpose(WIDE), [[1, 3], [2, 5], [4, -1]], 3, 0.0005),
        call(ints(IMAGE), ints([[1, -2], [3, 5]]), 2, 0.001),
        call(singles(IMAGE), singles([[1, -2], [3, 5]]), 2, 0.001),
        call(IMAGE, [[1, -2], [3, 5]], 1, 0.01).call(IMAGE, [[1, -2], [3, 5]], 1, 0.01),
    ),
}

"""Where a numerical gradient asks its function: which entries of x it moves, and how far.

The function that is handed over writes down what it is asked; so what is said is so.
"""

import numpy as np

X, STEP = np.array([[2.0, -1.0], [0.5, 3.0]]), 0.5
ELSEWHERE = "f is asked at an array of shape"
HINT_ONE = (
    "`up = x` is one more name for the same array, and so is a view of it: what moves the one "
    "moves the other. x.copy() makes an array of its own. Print both before f is called."
)
HINT_OTHERS = (
    "Only one entry may differ from x at a time. Is the step before it taken back, or does each "
    "entry begin with a new copy of x? `up = x` is no copy, and neither is a view."
)
HINT_STEP = "Central differences go as far below as above: to x + h and x - h, in one entry."


def of_slopes(call):
    """What is odd about the places where the slopes are measured, and a hint; or None.

    Parameters
    ----------
    call : callable
        Takes the inputs (a function and where) and the step h, and calls the student's function.
    """
    asked = []

    def f(x):
        asked.append(np.array(x, dtype=np.float64))
        return float(np.sum(np.asarray(x, dtype=np.float64) ** 3))

    call((f, X), h=STEP)
    if len(asked) != 2 * X.size:
        return None
    shape = next((a.shape for a in asked if a.shape != X.shape), None)
    if shape is not None:
        return (
            f"{ELSEWHERE} {shape}, where x has {X.shape}",
            "f may need the shape of x: it could be a layer.",
        )
    pairs = [(a - X, b - X) for a, b in zip(asked[::2], asked[1::2], strict=True)]
    if all(np.array_equal(a, b) for a, b in pairs):
        return "the two values of f for a slope come from one place", HINT_ONE
    if any(np.any((a != 0) != (b != 0)) and np.any(a) and np.any(b) for a, b in pairs):
        moved = all(np.count_nonzero(side) < 2 for pair in pairs for side in pair)
        if moved:  # f is asked in another order: the two values of a slope do not follow each other
            return None
    for pair in pairs:
        if np.count_nonzero(pair[0]) > 1 or np.count_nonzero(pair[1]) > 1:
            place = (pair[0] if np.count_nonzero(pair[0]) > 1 else pair[1]) + X
            return (
                "while one entry of x is moved, others are not where they belong: "
                f"f is asked at {_shown(place)}, for x = {_shown(X)} and h = {STEP:g}",
                HINT_OTHERS,
            )
    steps = set(map(_steps, pairs))
    if len(steps) == 1 and (found := steps.pop()) != (-STEP, STEP):
        below, above = (f"x{v:+g}" if v else "x" for v in found)
        return f"f is asked at {below} and at {above}, where h is {STEP:g}", HINT_STEP
    return None


def _steps(pair):
    """By how much the entry is moved that is moved at all: below, then above."""
    return tuple(sorted(float(side.flat[np.argmax(np.abs(side))]) for side in pair))


def _shown(array):
    rows = (", ".join(f"{v:g}" for v in row) for row in array)
    return f"[{', '.join(f'[{row}]' for row in rows)}]"

"""What is odd in a wrong answer to one exercise alone: a number that its author chose, say.

Each function asks a few more questions (`lib.diagnosis_relations` hands it the way to ask), and
gives a sentence and a hint, or None.
"""

import numpy as np

from lib.diagnosis_slopes import of_slopes


def _between(ask):
    """A patch's entries between its two ends."""
    found = [v for v in ask.base.flat if v not in (0, 1)]
    if not found:
        return None
    return (
        f"a pixel becomes {found[0]:.3g}, which is neither 0 nor 1",
        "Could another value in [0, 1] at that place excite the filter more?",
    )


def _of_loss(ask):
    """A loss that does not grow with how wrong the prediction is, or mixes the rows of a batch."""
    rows, labels = np.array([[0.0, 1, 2], [1, 0, 0.5]]), np.array([2, 0])
    both, *each = (
        ask.with_((rows[which], labels[which])) for which in (slice(0, 2), slice(0, 1), slice(1, 2))
    )
    if not any(loss is None or loss.shape or not np.isfinite(loss) for loss in (both, *each)):
        right = np.log(np.exp(rows).sum(axis=1)) - rows[[0, 1], labels]
        shares = np.array(each) / right
        if np.isclose(*shares) and not np.isclose(shares[0], 1):
            return (
                f"with three classes a loss is {shares[0]:.4g} times what it should be",
                "Which logarithm is it, and the mean of what?",
            )
        sums = np.array([sum(each), sum(each) / 2])
        if not np.isclose(both, sums).any():
            return (
                f"the losses {each[0]:.4g} and {each[1]:.4g} of two rows become {both:.4g} "
                "together",
                "Each row has probabilities of its own, with sum 1, and a loss of its own: which "
                "of them are in yours?",
            )
    even = ask.with_((np.zeros((1, 2)), np.array([0])))
    if even is not None and not even.shape and 1e-16 < even - np.log(2) < 1e-3:
        return (
            f"a loss is too large by a little: {float(even - np.log(2)):.1g} of {np.log(2):.4g}",
            "Is something small added to the sum that the exponentials are divided by?",
        )
    loss = ask.with_((np.array([[0.0, 1000.0]]), np.array([0])))
    if loss is None or loss.shape or not 0 < loss < 999:
        return None
    hint = "It should be 1000: L = -log p of the right answer, whatever p is."
    if loss > 5:
        hint = (
            f"It should be 1000. exp(-{float(loss):.4g}) is {np.exp(-float(loss)):.2g}: is a "
            "number like this added to a probability, or its least? Are large logits cut off?"
        )
    return f"for the logits 0 and 1000, and label 0, the loss is {float(loss):.4g}", hint


def _blurs(ask):
    """A mean whose weights are not alike, or too large in all."""
    w = ask.with_((3,))
    if w is None:
        return None
    if w.shape != (3, 3):
        return (
            f"box_filter(3) has the shape {w.shape}",
            "k is the side of the window: how many rows and columns has it?",
        )
    if np.ptp(w) > 1e-12:
        return (
            f"box_filter(3) has {w[1, 1]:.3g} in the middle and {w[0, 0]:.3g} in a corner",
            "In a mean every pixel counts alike.",
        )
    if np.isclose(w.sum(), 1, rtol=1e-9):
        return None
    return (
        f"the weights of box_filter(3) sum to {w.sum():.4g}",
        "In a mean of n pixels each of them counts 1/n.",
    )


def _sharpens(ask):
    """A blur that is not taken from all nine places, or not by its ninths."""
    w = ask.with_((1.0,))
    if w is None or w.shape != (3, 3):
        return None
    around = np.delete(w.ravel(), 4)
    if np.ptp(around) > 1e-12:
        return (
            f"for an amount of 1 a corner is {w[0, 0]:.3g}, and the place beside it {w[0, 1]:.3g}",
            "The box has the same weight at all nine places: what is taken away at each of them?",
        )
    if not np.isclose(around[0], -1 / 9):
        return (
            f"for an amount of 1 there is {around[0]:.3g} at each place around the middle",
            "The blur of nine pixels gives each of them a ninth. How much of it is taken away?",
        )
    return None


def _climbs(ask):
    """Descent that does not begin at zeros, or makes the error larger."""
    X, A = (np.asarray(a, dtype=np.float64) for a in ask.inputs[:2])
    start = ask.with_((X, A, 0, 1.0))
    if start is not None and start.shape == (3, 3) and np.any(start):
        return (
            f"without a step the filter begins with {start.flat[0]:.3g}, not with 0",
            "With steps=0 what comes out is the start, and the task names it.",
        )
    few, small = (ask.with_((X, n * A, 5, 1e-3)) for n in (1.0, SMALL))
    of_filters = all(w is not None and w.shape == (3, 3) for w in (start, few, small))
    if of_filters and not np.allclose(SMALL * few, small, rtol=1e-6, atol=0):
        left_out = "no step is taken" if not np.any(small) else "the steps are others"
        return (
            f"for a map of small numbers {left_out}",
            "All the steps are asked for, however small the error is. Does something stop the "
            "loop, or cut small numbers off?",
        )
    w, further = (ask.with_((X, A, 1, lr)) for lr in (1e-9, 2e-9))
    if w is None or w.shape != (3, 3) or not np.any(w) or not np.allclose(further, 2 * w):
        return None  # it does not begin at zeros, or does not use lr
    windows = np.lib.stride_tricks.sliding_window_view(X, (3, 3))
    before, after = (np.mean((np.sum(windows * v, axis=(2, 3)) - A) ** 2) for v in (0 * w, w))
    if after > before:
        return (
            "one small step makes the error larger",
            "The gradient points uphill. Which way should the filter go?",
        )
    longer = _of_step(windows, A, w / 1e-9)
    one, two = (ask.with_((X, A, n, 1e-3)) for n in (1, 2))
    if two is None or two.shape != (3, 3) or longer is None or abs(longer - 1) > 1e-6:
        return None
    second = _of_step(windows, A, (two - one) / 1e-3, one)
    if second is None or abs(second - 1) < 1e-6:
        return None
    return (
        f"the second step is {second:.4g} times as long as the gradient says",
        "Does something change from step to step beside w, such as the learning rate?",
    )


def _of_step(windows, A, step, w=0.0):
    """How many times a step is as long as the slope at w, or None if it goes another way."""
    error = np.sum(windows * w, axis=(2, 3)) - A
    slope = -2 * np.einsum("hwij,hw->ij", windows, error) / A.size
    times = float(np.sum(step * slope) / np.sum(slope * slope))
    return times if np.allclose(step, times * slope, rtol=1e-6) else None


def _of_edges(ask):
    """What a filter for vertical edges does wrong, by the part of its answers that is asked for."""
    value = ask.base
    if ask.output == "shape":
        shape = tuple(int(n) for n in value if n)
        wrong = f"the filter has the shape {shape}", "It has 3 rows and 3 columns."
        return None if shape == (3, 3) else wrong
    if ask.output in ("rows", "flat"):  # for which 0 is right
        return EDGES[ask.output] if np.any(value) else None
    text, hint = EDGES[ask.output]
    return None if value > 0 else (text.format("below 0" if value else "0"), hint)


EDGES = {
    "rows": (
        "the filter answers to horizontal edges as well",
        "Add up each of its rows. Where a window straddles a horizontal edge, some rows are "
        "bright and the others dark.",
    ),
    "flat": (
        "the filter's weights do not sum to 0",
        "Where all pixels are alike there is no edge: what does it answer there?",
    ),
    "one": (
        "where one column of the window is bright, the filter's answer is {}",
        "Lay it on a patch whose first column is 1, and the others 0.",
    ),
    "two": (
        "where two columns of the window are bright, the filter's answer is {}",
        "Lay it on a patch whose first two columns are 1, and the last one 0.",
    ),
}


def _stretched(ask):
    """Greys that are not those of a map which is stretched from its lowest to its highest value."""
    some = np.array([[0.0, 1.5, 3.75], [2.25, 0.5, 3.0]])
    grey, cut, shifted, scaled = (
        ask.with_((A,)) for A in (some, np.trunc(some), some + 4, 8 * some)
    )
    zeros = [ask.with_((np.array([A]),)) for A in ([0.0, 10, 4], [-10.0, 0, 3], [-2.0, 5, 0])]
    found = [grey, cut, shifted, scaled, *zeros]
    if any(g is None or g.shape not in ((2, 3), (1, 3)) or not np.isfinite(g).all() for g in found):
        return None
    if np.array_equal(grey, cut) and len(np.unique(grey)) > 1:
        return (
            "what comes after the decimal point is lost before the map is stretched",
            "uint8 holds whole numbers from 0 to 255: what is left of 0.5, of -3? Make it one at "
            "the end.",
        )
    of_zero = [g[0, place] for g, place in zip(zeros, (0, 1, 2), strict=True)]
    if np.ptp(of_zero) == 0:
        return (
            f"0 comes out as {of_zero[0]:g}, wherever it lies between the lowest and the highest",
            "The lowest becomes 0 and the highest 255. Where 0 lands depends on both.",
        )
    for other, words in ((shifted, "A + 4"), (scaled, "8 A")):
        if np.abs(other - grey).max() > 1:
            return (
                f"A and {words} become different pictures",
                "First the lowest is taken off, then the range is divided by: where are the "
                "brackets in the formula?",
            )
    return None


def _slope(ask):
    """Numbers below 0 that come out as something else than 0, and small ones that do not pass."""
    low = ask.with_((np.array([-1.0, 1.0]),))
    if low is not None and low.shape == (2,) and low[0] and low[1] == 1:
        return f"-1 comes out as {low[0]:g}", "Below 0, nothing should come out."
    high = ask.with_((np.array([0.5, 1000.0]),))
    if high is not None and high.shape == (2,) and high[0] == 0.5 and high[1] != 1000:
        return f"1000 comes out as {high[1]:g}", "Above 0, a number comes out as it went in."
    return _from(ask.with_((STEPS,)), STEPS, "ReLU")


def passed(ask):
    """What of the upstream gradient passes: none of it below 0, all of it above."""
    low = ask.with_((np.array([-1.0, 1.0]),), np.ones(2))
    if low is not None and low.shape == (2,) and low[0] and low[1] == 1:
        return (
            f"where a is -1, {low[0]:g} of the upstream gradient passes",
            "What does forward make of a small step there?",
        )
    return _from(ask.with_((STEPS,), np.ones(len(STEPS))), np.ones(len(STEPS)), "the gradient")


def _from(found, wanted, what):
    """From where on small numbers pass."""
    if found is None or found.shape != wanted.shape:
        return None
    passes = found == wanted
    if passes.all() or not passes[0] or any(passes[1:] & ~passes[:-1]):
        return None
    last = int(passes.sum())
    return (
        f"{what} lets {STEPS[last - 1]:g} pass, and {STEPS[last]:g} no more",
        "Where exactly is the border? Is there a number in your code that the task does not name?",
    )


WITHOUT = ("vertical_edge_filter",)  # these take no arguments
SMALL = 2.0**-20
STEPS = 10.0 ** -np.arange(9)
ALONE = {
    "vertical_edge_filter": _of_edges,
    "best_patch": _between,
    "to_image": _stretched,
    "SoftmaxCrossEntropy": _of_loss,
    "box_filter": _blurs,
    "sharpen_filter": _sharpens,
    "learn_filter": _climbs,
    "ReLU": _slope,
    "numerical_gradient": lambda ask: of_slopes(ask.call),
}

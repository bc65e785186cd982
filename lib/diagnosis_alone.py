"""What is odd in a wrong answer to one exercise alone: a number that its author chose, say.

Each function asks a few more questions (`lib.diagnosis_relations` hands it the way to ask), and
gives a sentence and a hint, or None.
"""

import numpy as np


def _between(ask):
    """A patch's entries between its two ends."""
    found = [v for v in ask.base.flat if v not in (0, 1)]
    if not found:
        return None
    return (
        f"a pixel becomes {found[0]:.3g}, which is neither 0 nor 1",
        "Could another value in [0, 1] at that place excite the filter more?",
    )


def _capped(ask):
    """A loss that does not grow with how wrong the prediction is."""
    loss = ask.with_((np.array([[0.0, 1000.0]]), np.array([0])))
    if loss is None or loss.shape or not 0 < loss < 999:
        return None
    return (
        f"the loss never gets above {float(loss):.4g}",
        f"For the logits 0 and 1000, and label 0, it is 1000. exp(-{float(loss):.4g}) is "
        f"{np.exp(-float(loss)):.2g}: is a number like this added to a probability, or its least?",
    )


def _climbs(ask):
    """Descent that makes the error larger."""
    X, A = (np.asarray(a, dtype=np.float64) for a in ask.inputs[:2])
    w, further = (ask.with_((X, A, 1, lr)) for lr in (1e-9, 2e-9))
    if w is None or w.shape != (3, 3) or not np.any(w) or not np.allclose(further, 2 * w):
        return None  # it does not begin at zeros, or does not use lr
    windows = np.lib.stride_tricks.sliding_window_view(X, (3, 3))
    before, after = (np.mean((np.sum(windows * v, axis=(2, 3)) - A) ** 2) for v in (0 * w, w))
    if after <= before:
        return None
    return (
        "one small step makes the error larger",
        "The gradient points uphill. Which way should the filter go?",
    )


def _slope(ask):
    """Numbers below 0 that come out as something else than 0, and small ones that do not pass."""
    low = ask.with_((np.array([-1.0, 1.0]),))
    if low is not None and low.shape == (2,) and low[0] and low[1] == 1:
        return f"-1 comes out as {low[0]:g}", "Below 0, nothing should come out."
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


STEPS = 10.0 ** -np.arange(9)
ALONE = {
    "best_patch": _between,
    "SoftmaxCrossEntropy": _capped,
    "learn_filter": _climbs,
    "ReLU": _slope,
}

"""Rules for arguments: inputs, filters and biases that are changed before they are used."""

import numpy as np

from grading.quality.families.arrays import only_along, shifted, zeroed
from grading.quality.families.options import padding_rules, stride_rules
from grading.quality.families.target import COUNTS, OPTIONS, UPSTREAM, WEIGHTS
from lib.diagnosis_relations import CONVOLUTIONS

ONE_IMAGE = ("dot_forward", "dot_backward", "conv_forward", "conv_backward", "best_patch")


def input_rules(target):
    """Pairs of a rule and a function that changes the arguments."""
    names = [n for n in target.names if n not in UPSTREAM]
    arrays = [n for n in names if n not in (*OPTIONS, *COUNTS)]
    for name in arrays:
        if name == "b":
            for rule, change in BIAS_RULES.items():
                yield f"{rule}|b", _on_bias(change)
            continue
        for rule, change in (INPUT_RULES | (FILTER_RULES if name in WEIGHTS else {})).items():
            shown = f"{name}2" if target.name in ONE_IMAGE and name not in WEIGHTS else name
            yield f"{rule}|{shown}", _on(name, change)
        if name in WEIGHTS and target.name in ("Conv1DBank", "Conv1DFilters", "TextConv"):
            yield f"summed over filters|{name}", _on(name, lambda a: 0 * a + a.sum(axis=0))
        for rule, change in MEAN_RULES.items() if target.name in CONVOLUTIONS else ():
            if name in WEIGHTS:
                yield f"{rule}|{name}", _on(name, change)
    if "stride" in (*names, *target.made):
        yield from stride_rules(target)
    if "padding" in names:
        yield from padding_rules("X" in names)


def _on(name, change):
    def changed(args):
        args.pop("missing", None)
        args[name] = change(np.asarray(args[name]))
        return args

    return changed


def _on_bias(change):
    def changed(args):
        args["b"] = change(np.asarray(args["b"]), np.asarray(args["w" if "w" in args else "W"]))
        return args

    return changed


BIAS_RULES = {
    "forgotten": lambda b, w: b * 0,
    "first for all": lambda b, w: np.full(b.shape, b[0]),
    "at each tap": lambda b, w: b * w[0].size,
    "for each channel": lambda b, w: b * w.shape[1] if w.ndim > 2 else b,
    "twice": lambda b, w: 2 * b,
    "negated": lambda b, w: -b,
    "turned": lambda b, w: b[::-1],
    "summed": lambda b, w: np.full(b.shape, b.sum()),
}

INPUT_RULES = {
    "turned": lambda a: a[..., ::-1] if a.ndim < 2 else a[..., ::-1, ::-1],
    "mirrored": lambda a: a[..., ::-1] if a.ndim > 1 else 1 / 0,
    "upside down": lambda a: a[..., ::-1, :] if a.ndim > 1 else 1 / 0,
    "transposed": lambda a: a.swapaxes(-1, -2).reshape(a.shape),
    "absolute": lambda a: np.abs(a),
    "not below zero": lambda a: np.maximum(a, 0),
    "negated": lambda a: -a,
    "whole": lambda a: np.trunc(a),
    "ones": lambda a: np.ones(a.shape),
    "squared": lambda a: a * a,
    "first channel": lambda a: only_along(a, 1, 0) if a.ndim > 2 else 1 / 0,
    "last channel": lambda a: only_along(a, 1, -1) if a.ndim > 2 else 1 / 0,
    "first column": lambda a: only_along(a, -1, 0) if a.ndim > 1 else 1 / 0,
    "last column": lambda a: only_along(a, -1, -1) if a.ndim > 1 else 1 / 0,
    "first row": lambda a: only_along(a, -2, 0) if a.ndim in (2, 4) else 1 / 0,
    "last row": lambda a: only_along(a, -2, -1) if a.ndim in (2, 4) else 1 / 0,
    "first for all": lambda a: np.broadcast_to(a[:1], a.shape) + 0 * a if a.ndim > 1 else 1 / 0,
    "last for all": lambda a: np.broadcast_to(a[-1:], a.shape) + 0 * a if a.ndim > 1 else 1 / 0,
    "last missing": lambda a: zeroed(a, -1, -1),
    "first missing": lambda a: zeroed(a, -1, 0),
    "last row missing": lambda a: zeroed(a, -2, -1),
    "first row missing": lambda a: zeroed(a, -2, 0),
    "one to the right": lambda a: shifted(a, 1),
    "one to the left": lambda a: shifted(a, -1),
    "averaged": lambda a: np.full(a.shape, a.mean()),
    "first channel for all": lambda a: (
        np.broadcast_to(a[:, :1], a.shape) + 0 * a if a.ndim > 2 else 1 / 0
    ),
}

MEAN_RULES = {
    "mean of taps": lambda a: a / np.prod(a.shape[2:] if a.ndim > 2 else a.shape),
    "mean of weights": lambda a: a / (a[0].size if a.ndim > 2 else a.size),
}

FILTER_RULES = {
    "row sums": lambda a: (
        np.broadcast_to(a.sum(axis=-1)[..., None, :], (*a.shape[:-2], *2 * (_side(a),))) + 0 * a
    ),
    "turned by 90": lambda a: np.rot90(a, _side(a) and 1, axes=(-2, -1)),
    "turned back by 90": lambda a: np.rot90(a, _side(a) and 3, axes=(-2, -1)),
    "reshaped": lambda a: a.swapaxes(0, 1).reshape(a.shape),
    "reshaped back": lambda a: a.reshape(a.shape[1], a.shape[0], *a.shape[2:]).swapaxes(0, 1),
    "reshaped rows": lambda a: a.reshape(-1, len(a)).T.reshape(a.shape) if a.ndim > 2 else 1 / 0,
    "reshaped filters last": lambda a: (
        np.moveaxis(a.reshape(*a.shape[2:], *a.shape[1::-1]), (-1, -2), (0, 1))
        if a.ndim > 2
        else 1 / 0
    ),
    "transposed where square": lambda a: (
        a.swapaxes(-1, -2) if a.ndim > 1 and a.shape[-1] == a.shape[-2] else a
    ),
    "only last tap": lambda a: np.where(np.arange(a.size).reshape(a.shape) == a.size - 1, a, 0),
    "only last tap of each": lambda a: (
        np.where(np.arange(a[0].size).reshape(a.shape[1:]) == a[0].size - 1, a, 0)
        if a.ndim > 2
        else 1 / 0
    ),
    "only first tap": lambda a: np.where(np.arange(a.size).reshape(a.shape) == 0, a, 0),
    "channels turned": lambda a: a[:, ::-1] if a.ndim > 2 else 1 / 0,
    "turned in depth": lambda a: a[:, ::-1, ::-1, ::-1] if a.ndim > 3 else 1 / 0,
    "shifted last to first": lambda a: np.roll(a, 1, axis=-1),
}


def _side(a):
    """The side of square filters; None for others."""
    if a.ndim < 2 or a.shape[-1] != a.shape[-2]:
        raise ValueError("not square")
    return a.shape[-1]

"""Rules for results: scaled, flipped, cut, or of another shape."""

import numpy as np

from grading.quality.families.arrays import shifted, zeroed
from grading.quality.families.target import OPTIONS, WEIGHTS

COUNTED = (
    "images", "rows", "filter length", "filter height", "taps", "weights", "channels", "filters",
    "window side", "window", "pixels", "outputs", "places", "images and places", "height",
    "columns", "inputs", "stride", "two",
)  # fmt: skip

MULTIPLIED = ("images", "rows", "window side", "window", "outputs", "filters", "two", "stride")

WHOLE_RULES = (
    "divided by images", "divided by rows", "divided by places", "divided by images and places",
    "divided by outputs", "negated", "whole", "rounded", "transposed",
)  # fmt: skip


def output_rules(target, backward=False):
    """Pairs of a rule and a function that changes a result; it may look at the arguments."""

    def scaled(what, power):
        return lambda a, args: a * float(dict(_counts(target.name, args))[what]) ** power

    for what in COUNTED:
        yield f"divided by {what}", scaled(what, -1)
    if target.name == "AvgPool2D":
        counted = "window side", "places", "pixels", "outputs", "images", "square of the stride"
        for what in (*counted, "side times stride"):
            yield (
                f"mean by {what}",
                lambda a, args, what=what: (
                    a * args["size"] ** 2 / dict(_counts(target.name, args))[what]
                ),
            )
    for what in MULTIPLIED:
        yield f"times {what}", scaled(what, 1)
    yield from OUTPUT_RULES.items()
    for axis in range(4):
        yield f"summed over {axis}", lambda a, _, axis=axis: a.sum(axis=axis)
    if not backward:
        yield from _of_loops(target.name)
        for axis in range(4):
            yield (
                f"first along {axis}",
                lambda a, _, axis=axis: np.broadcast_to(np.take(a, [0], axis=axis), a.shape) + 0.0,
            )
            yield (
                f"only first along {axis}",
                lambda a, _, axis=axis: np.where(np.indices(a.shape)[axis] == 0, a, 0),
            )
            yield f"last missing along {axis}", lambda a, _, axis=axis: zeroed(a, axis, -1)


ADDED_UP = (  # by most people in loops, with a total for each place
    "conv_1d", "conv_1d_unrolled", "conv_1d_channels", "conv_forward", "conv2d_forward",
    "Conv1DVector", "Conv1DBank", "TextConv",
)  # fmt: skip


def _of_loops(name):
    """Totals that are not set back, rows that are one list, a product that is only reshaped."""
    if name in ADDED_UP:
        for axes in (1, 2, 4):
            yield "running", lambda a, args, axes=axes: _running(a, args, axes, each=False)
            if name in ("conv2d_forward", "TextConv"):
                yield "running", lambda a, args, axes=axes: _running(a, args, axes, each=True)
    if name in ("unroll", "conv_forward"):
        yield "last row for all", lambda a, _: np.broadcast_to(a[-1:], a.shape) + 0 * a
    if name in ("TextConv", "conv_1d_channels"):
        yield "reshaped to swap", lambda a, args: _reshaped(a, _bias(a, args))
        yield "reshaped to swap", lambda a, _: _reshaped(a, 0)


def _running(a, args, axes, each):
    """Sums that run on over the last axes, with the bias in each of them or in the total."""
    bias = 0 if each else _bias(a, args)
    rows = (a - bias).reshape(*a.shape[: max(0, a.ndim - axes)], -1)
    return rows.cumsum(axis=-1).reshape(a.shape) + bias


def _reshaped(a, bias):
    """Rows of filters that are read as rows of images, before the bias is added."""
    return (a - bias).swapaxes(0, 1).reshape(a.shape) + bias


def _bias(a, args):
    return np.reshape(args["b"], (-1, *[1] * (a.ndim - 2))) if "b" in args else 0


OUTPUT_RULES = {
    "negated": lambda a, _: -a,
    "absolute": lambda a, _: np.abs(a),
    "not below zero": lambda a, _: np.maximum(a, 0),
    "whole": lambda a, _: np.trunc(a),
    "rounded": lambda a, _: np.rint(a),
    "rounded down": lambda a, _: np.floor(a),
    "zeros": lambda a, _: np.zeros(a.shape),
    "squared": lambda a, _: a * a,
    "one number": lambda a, _: a.sum() if a.ndim else 1 / 0,
    "averaged to one": lambda a, _: a.mean() if a.ndim else 1 / 0,
    "flat": lambda a, _: a.ravel() if a.ndim > 1 else 1 / 0,
    "transposed": lambda a, _: a.swapaxes(-1, -2),
    "first axes swapped": lambda a, _: a.swapaxes(0, 1),
    "reshaped transposed": lambda a, _: a.reshape(a.shape[:-2] + a.shape[:-3:-1]),
    "reshaped by columns": lambda a, _: (
        a.ravel(order="F").reshape(a.shape) if a.ndim > 1 else 1 / 0
    ),
    "turned": lambda a, _: a[..., ::-1] if a.ndim == 1 else a[..., ::-1, ::-1],
    "mirrored": lambda a, _: a[..., ::-1] if a.ndim > 1 else 1 / 0,
    "upside down": lambda a, _: a[..., ::-1, :] if a.ndim > 1 else 1 / 0,
    "one to the right": lambda a, _: shifted(a, 1),
    "one to the left": lambda a, _: shifted(a, -1),
    "last missing": lambda a, _: a[..., :-1],
    "first missing": lambda a, _: a[..., 1:],
    "last row missing": lambda a, _: a[..., :-1, :],
    "both ends missing": lambda a, _: a[..., 1:-1] if a.ndim == 1 else a[..., 1:-1, 1:-1],
    "both last missing": lambda a, _: a[..., :-1, :-1],
    "last row and column zero": lambda a, _: zeroed(zeroed(a, -2, -1), -1, -1),
    "one more": lambda a, _: np.concatenate([a, 0 * a[..., :1]], axis=-1),
    "one more row": lambda a, _: np.concatenate([a, 0 * a[..., :1, :]], axis=-2),
    "an axis in front": lambda a, _: a[None] if a.ndim else 1 / 0,
    "an axis behind": lambda a, _: a[..., None],
    "last axes kept": lambda a, _: a.sum(axis=-1, keepdims=True),
    # A copy: that it is the very array is a fact of its own.
    "upstream itself": lambda a, args: np.array(args["upstream"], dtype=np.float64),
    "zeros behind": lambda a, args: _as_large_as(args, a, False),
    "zeros around": lambda a, args: _as_large_as(args, a, True),
}


def _as_large_as(args, a, around):
    """A map in an array as large as the image, with zeros after or around it."""
    image = np.asarray(next(args[name] for name in ("X", "x") if name in args))
    axes = max(1, min(2, image.ndim if image.ndim < 3 else image.ndim - 2))
    more = [big - small for big, small in zip(image.shape[-axes:], a.shape[-axes:], strict=True)]
    pads = [(n // 2, n - n // 2) if around else (0, n) for n in more]
    return np.pad(a, [(0, 0)] * (a.ndim - axes) + pads)


def _counts(name, args):
    """Numbers that people divide by: pairs of what is counted, and the count."""
    x = np.asarray(next(v for k, v in args.items() if k not in OPTIONS))
    w = next((np.asarray(v) for k, v in args.items() if k in WEIGHTS), None)
    d = np.asarray(args["upstream"]) if args.get("upstream") is not None else None
    if x.ndim > 1 and x.ndim != 2:
        yield "images", len(x)
    elif x.ndim == 2:
        yield "rows", len(x)
    if w is not None and w.ndim and name not in ("Dense", "Embedding"):  # those have no filters
        yield from _counts_of_filters(name, w)
    if "size" in args:
        yield "window side", args["size"]
        yield "window", args["size"] ** 2
        stride = args.get("stride") or args["size"]
        yield "square of the stride", stride**2
        yield "side times stride", args["size"] * stride
    if x.ndim > 2:
        yield "pixels", int(np.prod(x.shape[2:]))
    if d is not None and d.ndim:
        yield "outputs", d.size
        yield "places", int(np.prod(d.shape[2:])) if d.ndim > 2 else d.shape[-1]
        if d.ndim > 2:
            yield "images and places", len(d) * int(np.prod(d.shape[2:]))
            yield "height", d.shape[2]
        if d.ndim > 1:
            yield "columns", d.shape[1]
    yield "inputs", x.size
    if args.get("stride"):
        yield "stride", args["stride"]
    yield "two", 2


def _counts_of_filters(name, w):
    if name == "Conv1DFilters":  # of one number each
        yield "filters", len(w)
        return
    of_lines = name in ("Conv1DBank", "ConvBlockBatch")
    yield "filter length", w.shape[-1]
    if not of_lines:
        yield "filter height", w.shape[-2] if w.ndim > 1 else 1
        yield "taps", int(np.prod(w.shape[2:])) if w.ndim > 2 else w.size
    if w.ndim > 2:
        yield "weights", w[0].size
        yield "channels", w.shape[1]
    if w.ndim > 2 or of_lines:
        yield "filters", len(w)

"""Mistakes by rule about windows: which entry of a pool's window wins, which write is the last one,
and what stands beyond the ends of a line that is padded without being asked.
"""

import numpy as np

LINES = ("conv_1d", "conv_1d_backward")  # windows centred, zeros on both sides
ANCHORED = ("unroll", "conv_1d_unrolled", "conv_1d_unrolled_backward")  # zeros at the far end
AXES = {  # over which a filter slides
    "conv_1d_backward": 1,
    "conv_1d_unrolled_backward": 1,
    "conv_1d_channels_backward": 1,
    "conv_backward": 2,
    "conv2d_backward": 2,
    "Conv1DVector": 1,
    "Conv1DBank": 1,
    "TextConv": 1,
    "Conv2D": 2,
}


# --- pools -------------------------------------------------------------------------------------


def windows(target, args):
    """The windows of a pool: the index of each output, and the indices of its entries."""
    a = np.asarray(args[target.names[0]])
    if target.name == "MaxPool":
        yield (), (slice(None),)
    elif target.name == "MaxOverTime":
        lengths = args.get("lengths")
        for n, o in np.ndindex(a.shape[:2]):
            yield (n, o), (n, o, slice(a.shape[2] if lengths is None else int(lengths[n])))
    else:
        size, axes = args["size"], 1 if target.name == "MaxPool1D" else 2
        stride = args.get("stride") or size
        for index in np.ndindex(np.shape(target.forward(args))):
            spans = tuple(slice(i * stride, i * stride + size) for i in index[-axes:])
            yield index, (*index[:-axes], *spans)


VALUES = {
    "position": lambda v: float(np.argmax(v)),
    "mean for max": np.mean,
    "sum for max": np.sum,
    "smallest": np.min,
    "largest size": lambda v: v[np.argmax(np.abs(v))],
    "first of window": lambda v: v[0],
}


def _one(pick):
    return lambda v, up: np.where(np.arange(v.size) == pick(v), up, 0.0)


SHARES = {
    "everyone": lambda v, up: np.full(v.size, up),
    "equal share": lambda v, up: np.full(v.size, up / v.size),
    "maximum": lambda v, up: np.where(np.arange(v.size) == np.argmax(v), v.max(), 0.0),
    "largest size": _one(lambda v: np.argmax(np.abs(v))),
    "first of window": _one(lambda v: 0),
    "share of the first": lambda v, up: np.where(np.arange(v.size) == 0, up / v.size, 0.0),
}
# Beside the winner: past the end it goes to the first entry, or the last one gets it, too.
BESIDE = [
    ("after the winner", _one(lambda v: (np.argmax(v) + 1) % v.size)),
    ("after the winner", _one(lambda v: min(np.argmax(v) + 1, v.size - 1))),
    ("before the winner", _one(lambda v: (np.argmax(v) - 1) % v.size)),
    ("before the winner", _one(lambda v: max(np.argmax(v) - 1, 0))),
]


def _square(v):
    return v.reshape(2 * (round(v.size**0.5),))


CUT_SHORT = [  # windows of a mean pool, summed over the right number or over what is left
    ("first row and column left out", lambda v: _square(v)[1:, 1:].sum() / v.size),
    ("first row and column left out", lambda v: _square(v)[1:, 1:].mean()),
    ("last row and column left out", lambda v: _square(v)[:-1, :-1].sum() / v.size),
    ("last row and column left out", lambda v: _square(v)[:-1, :-1].mean()),
]


def pool_forward(target, value):
    """The result of a pool that takes `value` of each window."""

    def forward(args):
        a, found = np.asarray(args[target.names[0]], float), np.array(target.forward(args), float)
        for index, entries in windows(target, args):
            found[index] = value(a[entries].ravel())
        return found[()]

    return forward


winner = _one(np.argmax)


def ties_in_full(v, up):
    """The full gradient for each entry that ties for the largest."""
    return np.where(v == v.max(), up, 0.0)


def pool_backward(target, share, overwrites=False):
    """The gradient of a pool that passes `share` of each upstream gradient to its window."""

    def backward(args):
        a = np.asarray(args[target.names[0]], float)
        up, found = np.asarray(args["upstream"], float), np.zeros(a.shape)
        for index, entries in windows(target, args):
            part = share(a[entries].ravel(), up[index]).reshape(a[entries].shape)
            found[entries] = part if overwrites else found[entries] + part
        return {0: found}

    return backward


def blown_up(target):
    """The gradient of a mean pool if upstream entries become blocks that stand side by side."""

    def backward(args):
        block = np.ones((args["size"],) * 2) / args["size"] ** 2
        return {0: np.kron(np.asarray(args["upstream"], float), block)}

    return backward


def placed_by_size(target):
    """The gradient of a pool whose winners are placed as in windows that stand side by side."""

    def backward(args):
        a, up = np.asarray(args[target.names[0]], float), np.asarray(args["upstream"], float)
        size, axes, found = args["size"], 1 if a.ndim < 3 else 2, np.zeros(a.shape)
        for index, entries in windows(target, args):
            place = np.unravel_index(np.argmax(a[entries]), (size,) * axes)
            at = tuple(i * size + j for i, j in zip(index[-axes:], place, strict=True))
            found[(*index[:-axes], *at)] += up[index]
        return {0: found}

    return backward


def first_in_all(target):
    """The gradient of a pool whose winners are looked for by their value, in all of the input."""

    def backward(args):
        a, up = np.asarray(args[target.names[0]], float), np.asarray(args["upstream"], float)
        found, axes = np.zeros(a.shape), 1 if a.ndim < 3 else 2
        for index, entries in windows(target, args):
            here = index[:-axes]
            place = np.unravel_index(np.argmax(a[here] == a[entries].max()), a.shape[-axes:])
            found[(*here, *place)] += up[index]
        return {0: found}

    return backward


def images_last(a):
    """Maps whose rows were ordered by place and then by image, and are read the other way."""
    images, *rest = a.shape
    return a.swapaxes(0, 1).reshape(*rest, images).transpose(3, 0, 1, 2)


def winner_of_all(target):
    """The gradient of a pool whose maximum goes over all images and channels of a window."""

    def backward(args):
        a = np.asarray(args[target.names[0]], float)
        up, found = np.asarray(args["upstream"], float), np.zeros(a.shape)
        size = args["size"]
        stride = args.get("stride") or size
        for i, j in np.ndindex(up.shape[2:]):
            spans = (..., *(slice(n * stride, n * stride + size) for n in (i, j)))
            found[spans] += (a[spans] == a[spans].max()) * up[:, :, i, j, None, None]
        return {0: found}

    return backward


GROUP = 16  # images that the fastest of lab 7's convolutions takes at once


def only_last_group(up, _):
    """The upstream gradient if only the last group of images counts."""
    found = up.copy()
    found[: (len(up) - 1) // GROUP * GROUP] = 0
    return found


# --- what is cut off a padded gradient, and what is spread -------------------------------------

CUTS = {  # of p zeros on each side of n entries
    "end of input": lambda p, n: slice(p, n),
    "only end cut": lambda p, n: slice(0, n),
    "only front cut": lambda p, n: slice(p, None),
    "not cut": lambda p, n: slice(None),
}


def cut_otherwise(target, key, cut):
    """The input's gradient if the padding is removed in another way."""

    def backward(args):
        if target.name in LINES:
            return _line_cut_otherwise(target, args, cut)
        x, p = np.asarray(args[key]), args.get("padding") or 0
        sides = [(0, 0)] * 2 + [(p, p)] * (x.ndim - 2)
        wide = target.backward(args | {key: np.pad(x, sides), "padding": 0})[key]
        return dict(target.backward(args)) | {
            key: np.asarray(wide)[(..., *(cut(p, n) for n in x.shape[2:]))]
        }

    return backward


def _line_cut_otherwise(target, args, cut):
    """The same for a line that is padded by default."""
    x, up, p = np.asarray(args["x"]), np.asarray(args["upstream"]), len(args["w"]) // 2
    wide = target.backward(args | {"x": np.pad(x, p), "upstream": np.pad(up, p)})["x"]
    return dict(target.backward(args)) | {"x": np.asarray(wide)[cut(p, len(x))]}


def not_spread(target, key):
    """The input's gradient as a full convolution of an upstream gradient that is not spread."""

    def backward(args):
        right = dict(target.backward(args))
        if (args.get("stride") or 1) == 1:
            return right
        x, w, up = (np.asarray(args[n]) for n in (key, "w", "upstream"))
        p = args.get("padding") or 0
        lengths = [n + k - 1 for n, k in zip(up.shape[2:], w.shape[2:], strict=True)]
        near = args | {key: np.zeros((*x.shape[:2], *lengths)), "stride": 1, "padding": 0}
        full = np.asarray(target.backward(near)[key])
        return right | {key: full[(..., *(slice(p, p + n) for n in x.shape[2:]))]}

    return backward


def block_of_positive(target):
    """The gradients of a block whose mask is the upstream gradient's sign, not that of its maps."""

    def backward(args):
        x, w = np.asarray(args["x"], float), np.asarray(args["w"], float)
        up = np.maximum(np.asarray(args["upstream"], float), 0)
        dx, dw, length = np.zeros(x.shape), np.zeros(w.shape), w.shape[1]
        seen = np.lib.stride_tricks.sliding_window_view(x, length, axis=1)
        best = np.maximum(np.einsum("bpk,mk->bmp", seen, w), 0).argmax(axis=2)
        for b, m in np.ndindex(best.shape):
            here = slice(best[b, m], best[b, m] + length)
            dx[b, here] += up[b, m] * w[m]
            dw[m] += up[b, m] * x[b, here]
        return {0: dx, 1: dw}

    return backward


# --- what is overwritten -----------------------------------------------------------------------


def last_use(target, key, by_taps, by_filter):
    """The gradient of an input of which each window, or each tap, writes its part with `=`.

    Parameters
    ----------
    target : grading.quality.families.target.Target
    key : str or int
        Which of the gradients.
    by_taps : bool
        Whether the loop is over the filter's taps, all windows at once, or over the windows.
    by_filter : bool
        Whether each filter writes by itself as well.
    """
    axes, weights = AXES[target.name], "w"

    def backward(args):
        right = dict(target.backward(args))
        up, w = np.asarray(args["upstream"], float), np.asarray(args[weights], float)
        full = np.zeros(np.shape(right[key]))
        for at_up, at_w in _uses(up, w):
            part = target.backward(args | {"upstream": up * at_up, weights: w * at_w})[key]
            reach = target.backward(args | {"upstream": 1.0 * at_up, weights: 1.0 * at_w})[key]
            full = np.where(reach != 0, part, full)
        return right | {key: full}

    def _uses(up, w):
        """Which upstream gradients and weights write at once, in order."""
        slid = w if by_taps else up
        filters = len(w) if by_filter and up.ndim > axes and w.ndim > axes else 1
        for o in range(filters):
            for place in np.ndindex(slid.shape[-axes:]):
                one = np.zeros(slid.shape)
                one[(..., *place)] = 1
                at_up, at_w = (np.ones(up.shape), one) if by_taps else (one, np.ones(w.shape))
                if filters > 1:
                    kept = np.arange(filters) == o
                    at_w = at_w * kept.reshape(-1, *[1] * (w.ndim - 1))
                yield at_up, at_w

    return backward


def upstream_of_the_tap(target, key):
    """The filter's gradient if the upstream gradient is read at the tap, not at the window."""

    def backward(args):
        right, up = dict(target.backward(args)), np.asarray(args["upstream"], float)
        summed = np.asarray(target.backward(args | {"upstream": np.ones(up.shape)})[key])
        if summed.ndim != up.ndim:
            raise ValueError("one filter, one image")
        return right | {key: summed * up[tuple(map(slice, summed.shape))]}

    return backward


# --- beyond the ends of a line -----------------------------------------------------------------


def line_rules(name):
    """Rules for windows over a padded line: pairs of a rule and how `line` is asked."""
    for mode in ("edge", "reflect", "wrap"):
        yield f"padding {mode}|padding", {"mode": mode}
    yield "padding ones|padding", {"mode": "constant", "constant_values": 1}
    yield "whole windows only|x", {"whole": True}
    if name in LINES:
        yield "begins at t|x", {"moved": 1}
        yield "ends at t|x", {"moved": -1}
        if name == "conv_1d":  # in a gradient it may as well be cut out in the wrong place
            yield "one place late|x", {"by": 1}
            yield "one place early|x", {"by": -1}
    else:
        yield "looks back|x", {"back": True}


def line(name, args, moved=0, by=0, back=False, whole=False, **how):
    """The result, or gradients by name, of windows over a line with other ends or anchors."""
    x = np.asarray(args["x"], float)
    w = np.asarray(args["w"], float) if "w" in args else np.zeros(args["k"])
    K, T = len(w), len(x)
    half = K // 2 if name in LINES else 0
    before, after = (half, half) if name in LINES else (0, K - 1)
    wide = np.pad(x, (before, after), **(how or {"mode": "constant"}))
    wide = np.pad(wide, (K, K))
    t, k = np.arange(T)[:, None], np.arange(K)
    at = K + (t - k if back else t + k + moved * half) + by
    inside = np.ones(T)
    if whole:  # where a window reaches beyond an end there is nothing
        inside = ((t[:, 0] >= before) & (t[:, 0] + K - 1 - before < T)).astype(float)
    if name == "unroll":
        return wide[at] * inside[:, None]
    if "upstream" not in args:
        return wide[at] @ w * inside
    up = np.ones(T) if args["upstream"] is None else np.asarray(args["upstream"], float)
    up = up * inside
    back_to = np.zeros(wide.size)
    np.add.at(back_to, at, up[:, None] * w)
    return {"x": back_to[K + before : K + before + T], "w": up @ wide[at]}


def summed_for_each_weight(name, args):
    """The products of windows and filter, summed over the windows: one number per weight."""
    x, w = (np.asarray(args[n], float) for n in ("x", "w"))
    seen = [line(name, {"x": x, "w": one}) for one in np.eye(len(w))]
    return np.sum(seen, axis=1) * w

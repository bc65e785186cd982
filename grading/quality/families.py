"""Mistakes by rule: families that hold for every exercise, made of the right solution.

A family is the right solution with what goes into it, or what comes out of it, changed by a rule:
the upstream gradient replaced by ones, an output divided by the number of images, the filter turned
round. So nothing has to be written for an exercise to have them all.
"""

import inspect
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from grading.quality import window_families as by_windows
from lib.diagnosis_relations import CONVOLUTIONS

UPSTREAM = ("da", "dA", "dout", "dz", "dh", "dloss")
WEIGHTS = ("w", "W", "table")
ONE_IMAGE = ("dot_forward", "dot_backward", "conv_forward", "conv_backward", "best_patch")
BY_FILTER = ("Conv1DFilters", "Conv1DBank")
POOLS = ("MaxPool", "MaxPool1D", "MaxPool2D", "AvgPool2D", "MaxOverTime")
COUNTS = ("ids", "labels", "lengths")
OPTIONS = ("stride", "padding", "size", "k", "kh", "kw", "n", "steps", "lr", "amount", "h")


@dataclass(frozen=True)
class Wrong:
    """A wrong solution by rule: `rule` is how `lib.diagnosis_words` knows it."""

    rule: str
    subject: object


class Target:
    """A right solution behind one face: forward and backward of named arguments.

    Parameters
    ----------
    name : str
    right : callable
        The lab's own function or class.
    forward : callable, optional
        The right forward function of a backward function.
    """

    def __init__(self, name, right, forward=None):
        self.name, self.right, self.forward_function = name, right, forward
        self.is_layer = inspect.isclass(right)
        self.has_backward = hasattr(right, "backward") or name.endswith("_backward")
        call = right.forward if self.is_layer else right
        self.names = [n for n in inspect.signature(call).parameters if n != "self"]
        self.made = []
        if self.is_layer:
            made = inspect.signature(right.__init__).parameters
            self.made = [n for n in made if n not in ("self", "args", "kwargs")]

    def forward(self, args):
        """The right result of forward."""
        if not self.is_layer:
            call = self.forward_function if self.name.endswith("_backward") else self.right
            return call(**{k: v for k, v in args.items() if k not in UPSTREAM})
        return self._layer(args).forward(*self._inputs(args))

    def backward(self, args):
        """The right gradients, by name; the upstream gradient is args["upstream"]."""
        if not self.is_layer:
            given = {k: v for k, v in args.items() if k not in ("upstream", *UPSTREAM)}
            upstream = next(n for n in self.names if n in UPSTREAM)
            return self.right(**given, **{upstream: args["upstream"]})
        layer = self._layer(args)
        layer.forward(*self._inputs(args))
        found = layer.backward(args["upstream"])
        return dict(enumerate(found)) if isinstance(found, tuple) else {0: found}

    def _layer(self, args):
        return self.right(*[args[n] for n in self.made if n in args])

    def _inputs(self, args):
        return [args[n] for n in self.names if n in args]

    def wrong(self, forward=None, backward=None):
        """A subject whose forward or backward is replaced; they take and return as those here."""
        target = self
        if not self.is_layer:
            signature = inspect.signature(self.right)

            def function(*args, **options):
                given = dict(signature.bind(*args, **options).arguments)
                if not target.has_backward:
                    return forward(given)
                given["upstream"] = None
                for name in UPSTREAM:
                    if name in given:
                        given["upstream"] = given.pop(name)
                return backward(given)

            return function

        class Layer:
            def __init__(self, *made):
                self.made = dict(zip(target.made, made, strict=False))

            def forward(self, *args):
                kept = [np.copy(a)[()] for a in args]
                self.args = self.made | dict(zip(target.names, kept, strict=False))
                return (forward or target.forward)(self.args)

            def backward(self, upstream=1.0):
                found = (backward or target.backward)(self.args | {"upstream": upstream})
                return found[0] if len(found) == 1 else tuple(found.values())

        return Layer


def families(name, right, forward=None):
    """All mistakes by rule of a name: `Wrong` objects, the plainest rules first."""
    if name in ("train", "SGD", "numerical_gradient", "output_size", "vertical_edge_filter"):
        return  # their arguments are no arrays: the bank knows them
    target = Target(name, right, forward)
    if target.has_backward:
        yield from _backward_families(target)
    yield from _window_families(target)
    if not name.endswith("_backward"):
        for rule, change in _input_rules(target):
            yield Wrong(f"in|{rule}|forward", _forward_with(target, change, None))
        for rule, change in _output_rules(target):
            yield Wrong(f"out|{rule}|forward", _forward_with(target, None, change))
        yield from _pairs(target)


def _backward_families(target):
    outputs = _outputs(target)
    scopes = [(None, "both" if len(outputs) == 2 else "all")] if len(outputs) > 1 else []
    scopes = [*((key, label) for key, label in outputs.items()), *scopes]
    for rule, change in UPSTREAM_RULES.items():
        if target.name in BY_FILTER:  # the first axis of their results
            rule = rule.replace("image", "filter")
        for key, label in scopes:
            yield Wrong(f"up|{rule}|{label}", _backward_with(target, key, _upstream(change), None))
    if target.name in POOLS:
        yield Wrong("up|everyone|dX", target.wrong(backward=_everyone(target)))
        if "stride" in target.made:
            yield Wrong(
                "in|windows side by side|stride|dX", target.wrong(backward=_side_by_side(target))
            )
    for rule, change in _output_rules(target, backward=True):
        for key, label in scopes if rule in WHOLE_RULES else scopes[: len(outputs)]:
            yield Wrong(f"out|{rule}|{label}", _backward_with(target, key, None, change))
    for rule, change in _input_rules(target):
        for key, label in scopes:
            yield Wrong(f"in|{rule}|{label}", _backward_with(target, key, change, None))
    for one, two in [(a, b) for a in outputs for b in outputs if a != b]:
        yield Wrong(
            f"copied|{outputs[one]}|{outputs[two]}",
            _backward_whole(target, lambda g, one=one, two=two: g | {one: g[two]}),
        )
    if len(outputs) == 2:
        one, two = outputs
        swap = _backward_whole(target, lambda g: {one: g[two], two: g[one]})
        yield Wrong(f"swapped|{outputs[one]}|{outputs[two]}", swap)
    if len(outputs) == 3:
        keys = list(outputs)
        for order in ((0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)):
            turned = _backward_whole(
                target,
                lambda g, order=order: {k: g[keys[i]] for k, i in zip(keys, order, strict=True)},
            )
            yield Wrong("order", turned)


PAIRED = (  # of two groups one each: what meets in one output, and shows neither by itself
    ("in|turned|w", "in|mirrored|w", "in|upside down|w", "in|transposed|w", "in|row sums|w"),
    ("in|mean of taps|w", "in|mean of weights|w"),
    ("in|first channel|x", "in|first channel|X", "out|divided by channels"),
    ("in|forgotten|b", "in|at each tap|b", "in|first for all|b"),
    (
        "in|padding ignored|padding",
        "in|padding once|padding",
        "in|padding in front|padding",
        "in|all zeros behind|padding",
        "in|all zeros in front|padding",
    ),
    ("in|stride 1|stride", "in|windows not strided|stride"),
    ("out|last missing", "out|last row missing", "out|transposed"),
)


def _pairs(target):
    """Two mistakes at once in what a convolution gives."""
    if target.name not in CONVOLUTIONS:
        return
    known = {f"in|{rule}": (change, None) for rule, change in _input_rules(target)}
    known |= {f"out|{rule}": (None, change) for rule, change in _output_rules(target)}
    for one, two in combinations(PAIRED, 2):
        for a, b in product(filter(known.__contains__, one), filter(known.__contains__, two)):
            changes, after = zip(known[a], known[b], strict=True)
            both = _one_after_the_other([c for c in changes if c])
            last = _after_each_other([c for c in after if c])
            yield Wrong(f"pair|{a}&{b}|forward", _forward_with(target, both, last))


def _one_after_the_other(changes):
    def changed(args):
        for change in changes:
            args = change(args)
        return args

    return changed if changes else None


def _after_each_other(changes):
    def changed(result, args):
        for change in changes:
            result = change(result, args)
        return result

    return changed if changes else None


def _window_families(target):
    """Those of `grading.quality.window_families`, as far as a name has such windows."""
    if target.name in POOLS:
        yield from _pool_families(target)
    if target.name in by_windows.AXES:
        yield from _filter_families(target)
    if target.name == "ConvBlockBatch":
        yield Wrong("up|sign decides|both", _back(target, by_windows.block_of_positive(target)))
    if target.name == "Dense":
        over_outputs = _bias_over(target, _outputs(target), (1,))
        yield Wrong("out|wrong axes|db", _back(target, over_outputs))
    if target.name in (*by_windows.LINES, *by_windows.ANCHORED):
        yield from _line_families(target)


def _back(target, change):
    def filled(args):
        return {k: v for k, v in _full(target, args).items() if k != "missing"}

    return target.wrong(backward=lambda args: _safely(change, filled(args), target.backward))


def _ahead(target, change):
    return target.wrong(forward=lambda args: _safely(change, args, target.forward))


def _pool_families(target):
    """Which entry of a pool's window wins, and what its entries get."""
    for rule, value in by_windows.VALUES.items():
        yield Wrong(f"out|{rule}|forward", _ahead(target, by_windows.pool_forward(target, value)))
    if target.name == "AvgPool2D":
        largest = by_windows.pool_forward(target, np.max)
        yield Wrong("out|max for mean|forward", _ahead(target, largest))
    for rule, share in by_windows.SHARES.items():
        yield Wrong(f"up|{rule}|dX", _back(target, by_windows.pool_backward(target, share)))
    shares = {"up|windows overwrite": by_windows.SHARES["equal share"]}
    if target.name != "AvgPool2D":
        full = by_windows.pool_backward(target, by_windows.ties_in_full)
        yield Wrong("up|ties in full|dX", _back(target, full))
        shares = {
            "up|windows overwrite": by_windows.winner,
            "pair|up|ties in full&up|windows overwrite": by_windows.ties_in_full,
        }
    for rule, share in shares.items() if "stride" in target.made else ():
        over = by_windows.pool_backward(target, share, overwrites=True)
        yield Wrong(f"{rule}|dX", _back(target, over))
    if target.name == "MaxPool2D":
        yield Wrong("up|winner of all|dX", _back(target, by_windows.winner_of_all(target)))


def _filter_families(target):
    """What windows of a filter overwrite, and how a padded gradient is cut or spread."""
    outputs = _outputs(target)
    (first, label), (second, filters) = list(outputs.items())[:2]
    for by_taps in (False, True):
        for by_filter in (False, True):
            change = by_windows.last_use(target, first, by_taps, by_filter)
            yield Wrong(f"out|last use|{label}", _back(target, change))
    if "padding" in target.names:
        for rule, cut in by_windows.CUTS.items():
            change = by_windows.cut_otherwise(target, first, cut)
            yield Wrong(f"out|{rule}|{label}", _back(target, change))
    if "stride" in target.names:
        change = by_windows.not_spread(target, first)
        yield Wrong(f"up|not spread|{label}", _back(target, change))
    change = by_windows.upstream_of_the_tap(target, second)
    yield Wrong(f"up|of the tap|{filters}", _back(target, change))
    if "b" in target.names:
        for axes in ((0,), (1,), (0, 1), (1, 2), (2, 3), (1, 2, 3), (0, 1, 2)):
            yield Wrong("out|wrong axes|db", _back(target, _bias_over(target, outputs, axes)))


def _line_families(target):
    """What stands beyond the ends of a line, and where windows are anchored."""
    name = target.name
    if name in ("conv_1d", "conv_1d_unrolled"):
        down = by_windows.summed_for_each_weight
        yield Wrong("out|for each weight|forward", _ahead(target, lambda args: down(name, args)))
    for rule, how in by_windows.line_rules(name):
        if not target.has_backward:
            changed = _ahead(target, lambda args, how=how: by_windows.line(name, args, **how))
            yield Wrong(f"in|{rule}|forward", changed)
            continue
        for key, label in (("x", "dx"), ("w", "dw"), (None, "both")):
            yield Wrong(f"in|{rule}|{label}", _back(target, _line_backward(target, key, how)))


def _line_backward(target, key, how):
    def backward(args):
        found = by_windows.line(target.name, args, **how)
        return found if key is None else target.backward(args) | {key: found[key]}

    return backward


def _bias_over(target, outputs, axes):
    """The gradients where the bias's is summed over other axes."""
    last = list(outputs)[-1]

    def backward(args):
        up = np.asarray(args["upstream"], dtype=np.float64)
        return dict(target.backward(args)) | {last: up.sum(axis=axes)}

    return backward


def _everyone(target):
    """Of a pool: each entry of a window gets all of the window's gradient, whatever the lengths."""
    everyone = by_windows.pool_backward(target, by_windows.SHARES["everyone"])

    def backward(args):
        return everyone({name: value for name, value in args.items() if name != "lengths"})

    return lambda args: _safely(backward, args, target.backward)


def _side_by_side(target):
    """Of a pool: the gradients go to windows that begin at 0, size, 2 * size, ..."""

    def backward(args):
        size = args["size"]
        if (args.get("stride") or size) == size:
            return target.backward(args)
        a = np.asarray(args[target.names[0]], dtype=np.float64)
        up = np.asarray(args["upstream"])
        axes = a.ndim if a.ndim < 3 else 2
        sizes = a.shape[-axes:]
        more = [max(0, n * size - have) for n, have in zip(up.shape[-axes:], sizes, strict=True)]
        filler = 0 if target.name.startswith("Avg") else -np.inf
        pads = [(0, 0)] * (a.ndim - axes) + [(0, n) for n in more]
        wide = np.pad(a, pads, constant_values=filler)
        cut = tuple(slice(n * size) for n in up.shape[-axes:])
        whole = args | {target.names[0]: wide[(..., *cut)], "stride": size}
        found = np.zeros(wide.shape)
        found[(..., *cut)] = target.backward(whole)[0]
        return {0: found[(..., *map(slice, sizes))]}

    return lambda args: _safely(backward, args, target.backward)


def _outputs(target):
    """Key of each gradient, and what it is called."""
    from lib.probes import output_labels

    names = [n for n in target.names if n not in (*UPSTREAM, *OPTIONS, *COUNTS)]
    if not target.is_layer:
        return {n: f"d{n}" for n in names}
    return dict(enumerate(output_labels(target.name) or [f"d{n}" for n in names]))


def _safely(function, args, otherwise):
    """What a rule makes of it; where it makes no sense, what is right."""
    with np.errstate(all="ignore"):
        try:
            return function(args)
        except Exception:
            return otherwise(args)


def _forward_with(target, change, after):
    def forward(args):
        right = target.forward
        changed = change(dict(args)) if change else args
        cut = changed.pop("_cut", None)
        changed.pop("_fit", None)
        changed.pop("_ones", None)
        result = right(changed)
        if cut is not None:
            result = result[(..., *cut)]
        return after(np.asarray(result), args) if after else result

    return target.wrong(forward=lambda args: _safely(forward, args, target.forward))


def _backward_with(target, key, change, after):
    def backward(args):
        right = target.backward(args)
        found = _fitted_backward(target, change(_full(target, args))) if change else dict(right)
        shapes = {k: np.shape(v) for k, v in right.items()}
        for k in right:
            if key is not None and k != key:
                found[k] = right[k]
            elif after:
                found[k] = after(np.asarray(right[k], dtype=np.float64), _full(target, args))
            elif np.shape(found[k]) != shapes[k]:
                found[k] = right[k]
        return found

    return target.wrong(backward=lambda args: _safely(backward, args, target.backward))


def _fitted_backward(target, args):
    """The gradients where the upstream gradient is cut, or filled up with zeros, to fit."""
    args.pop("missing", None)
    fit, cut, ones = (args.pop(key, None) for key in ("_fit", "_cut", "_ones"))
    if ones:
        args["upstream"] = np.ones(np.shape(target.forward(_without(args))))
    elif fit or cut:
        up = np.asarray(args["upstream"])
        fitted = np.zeros(np.shape(target.forward(_without(args))))
        common = tuple(slice(min(pair)) for pair in zip(up.shape, fitted.shape, strict=True))
        if cut:
            fitted[(..., *cut)] = up
        else:
            fitted[common] = up[common]
        args["upstream"] = fitted
    return target.backward(args)


def _backward_whole(target, change):
    return target.wrong(
        backward=lambda args: _safely(lambda a: change(target.backward(a)), args, target.backward)
    )


def _full(target, args):
    """The arguments with an upstream gradient: ones, if there is none."""
    args = dict(args)
    if args.get("upstream") is None:
        args["missing"] = True
        args["upstream"] = np.ones(np.shape(target.forward(_without(args))))[()]
    return args


def _without(args):
    return {k: v for k, v in args.items() if k not in ("upstream", "missing")}


# --- the upstream gradient ---------------------------------------------------------------------


def _upstream(change):
    def changed(args):
        given = args.pop("missing", False)
        up = np.asarray(args["upstream"], dtype=np.float64)
        args["upstream"] = change(up, given)[()]
        return args

    return changed


UPSTREAM_RULES = {
    "ignored": lambda d, _: np.ones(d.shape),
    "zero is missing": lambda d, _: d if d.any() else np.ones(d.shape),
    "default zero": lambda d, missing: d * 0 if missing else d,
    "positive": lambda d, _: np.maximum(d, 0),
    "absolute": lambda d, _: np.abs(d),
    "sign": lambda d, _: np.sign(d),
    "squared": lambda d, _: d * d,
    "summed": lambda d, _: np.full(d.shape, d.sum()),
    "averaged": lambda d, _: np.full(d.shape, d.mean()),
    "first image": lambda d, _: np.broadcast_to(d[:1], d.shape) + 0.0,
    "last image": lambda d, _: np.broadcast_to(d[-1:], d.shape) + 0.0,
    "first filter": lambda d, _: np.broadcast_to(d[:, :1], d.shape) + 0.0,
    "first entry": lambda d, _: np.full(d.shape, d.flat[0]),
    "last entry": lambda d, _: np.full(d.shape, d.flat[-1]),
    "first of each map": lambda d, _: (
        np.broadcast_to(d[:, :, :1, :1], d.shape) + 0.0 if d.ndim > 3 else 1 / 0
    ),
    "only first image": lambda d, _: np.concatenate([d[:1], 0 * d[1:]]),
    "only last image": lambda d, _: np.concatenate([0 * d[:-1], d[-1:]]),
    "only first filter": lambda d, _: np.concatenate([d[:, :1], 0 * d[:, 1:]], axis=1),
    "only last filter": lambda d, _: np.concatenate([0 * d[:, :-1], d[:, -1:]], axis=1),
    "only last entry": lambda d, _: np.where(
        np.arange(d.size).reshape(d.shape) == d.size - 1, d, 0
    ),
    "only first entry": lambda d, _: np.where(np.arange(d.size).reshape(d.shape) == 0, d, 0),
    "last place": lambda d, _: _only_last_places(d, False),
    "last place and image": lambda d, _: _only_last_places(d, True),
    "turned": lambda d, _: d[..., ::-1] if d.ndim < 2 else d[..., ::-1, ::-1],
    "transposed": lambda d, _: d.reshape(d.shape[:-2] + d.shape[:-3:-1]).swapaxes(-1, -2),
    "last row missing": lambda d, _: _zeroed(d, -2, -1),
    "last place missing": lambda d, _: _zeroed(d, -1, -1),
    "first row missing": lambda d, _: _zeroed(d, -2, 0),
    "first place missing": lambda d, _: _zeroed(d, -1, 0),
    "whole": lambda d, _: np.trunc(d),
}


def _only_last_places(d, of_last_image):
    kept = np.zeros(d.shape)
    if d.ndim < 3:
        raise ValueError("one filter, one image")
    last = (slice(-1, None) if of_last_image else slice(None), slice(None), *(-1,) * (d.ndim - 2))
    kept[last] = d[last]
    return kept


def _zeroed(array, axis, place):
    array = np.array(array)
    if array.ndim < -axis or array.shape[axis] < 2:
        return array
    index = [slice(None)] * array.ndim
    index[axis] = place
    array[tuple(index)] = 0
    return array


# --- what comes out ----------------------------------------------------------------------------


def _counts(name, args):
    """Numbers that people divide by: pairs of what they count, and how many."""
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


COUNTED = (
    "images",
    "rows",
    "filter length",
    "filter height",
    "taps",
    "weights",
    "channels",
    "filters",
    "window side",
    "window",
    "pixels",
    "outputs",
    "places",
    "images and places",
    "height",
    "columns",
    "inputs",
    "stride",
    "two",
)


MULTIPLIED = ("images", "rows", "window side", "window", "outputs", "filters", "two", "stride")
WHOLE_RULES = (
    "divided by images",
    "divided by rows",
    "divided by places",
    "divided by images and places",
    "divided by outputs",
    "negated",
    "whole",
    "rounded",
    "transposed",
)


def _output_rules(target, backward=False):
    def scaled(what, power):
        return lambda a, args: a * float(dict(_counts(target.name, args))[what]) ** power

    for what in COUNTED:
        yield f"divided by {what}", scaled(what, -1)
    if target.name == "AvgPool2D":
        for what in ("window side", "places", "pixels", "outputs", "images"):
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
        for axis in range(4):
            yield (
                f"first along {axis}",
                lambda a, _, axis=axis: np.broadcast_to(np.take(a, [0], axis=axis), a.shape) + 0.0,
            )
            yield (
                f"only first along {axis}",
                lambda a, _, axis=axis: np.where(np.indices(a.shape)[axis] == 0, a, 0),
            )
            yield f"last missing along {axis}", lambda a, _, axis=axis: _zeroed(a, axis, -1)


OUTPUT_RULES = {
    "negated": lambda a, _: -a,
    "absolute": lambda a, _: np.abs(a),
    "not below zero": lambda a, _: np.maximum(a, 0),
    "whole": lambda a, _: np.trunc(a),
    "rounded": lambda a, _: np.rint(a),
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
    "one to the right": lambda a, _: _shifted(a, 1),
    "one to the left": lambda a, _: _shifted(a, -1),
    "last missing": lambda a, _: a[..., :-1],
    "first missing": lambda a, _: a[..., 1:],
    "last row missing": lambda a, _: a[..., :-1, :],
    "both ends missing": lambda a, _: a[..., 1:-1] if a.ndim == 1 else a[..., 1:-1, 1:-1],
    "both last missing": lambda a, _: a[..., :-1, :-1],
    "last row and column zero": lambda a, _: _zeroed(_zeroed(a, -2, -1), -1, -1),
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
    """A map in an array as large as the image, with zeros behind, or around."""
    image = np.asarray(next(args[name] for name in ("X", "x") if name in args))
    axes = max(1, min(2, image.ndim if image.ndim < 3 else image.ndim - 2))
    more = [big - small for big, small in zip(image.shape[-axes:], a.shape[-axes:], strict=True)]
    pads = [(n // 2, n - n // 2) if around else (0, n) for n in more]
    return np.pad(a, [(0, 0)] * (a.ndim - axes) + pads)


def _shifted(array, by):
    moved = np.roll(array, by, axis=-1)
    moved[..., 0 if by > 0 else -1] = 0
    return moved


# --- what goes in ------------------------------------------------------------------------------


def _input_rules(target):
    """Pairs of a rule and what it makes of the arguments."""
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
        for rule, change in MEAN_RULES.items() if target.name in CONVOLUTIONS else ():
            if name in WEIGHTS:
                yield f"{rule}|{name}", _on(name, change)
    if "stride" in (*names, *target.made):
        yield "stride 1|stride", _option("stride", 1)
        yield "stride as filter|stride", _stride_as_filter
        if target.is_layer:
            yield "stride defaults to 1|stride", _stride_default
        yield "thinned|stride", _thinned
        yield "windows not strided|stride", _unstrided(target, (False, False))
        yield "rows not strided|stride", _unstrided(target, (False, True))
        yield "columns not strided|stride", _unstrided(target, (True, False))
    if "padding" in names:
        yield "padding ignored|padding", _option("padding", 0)
        yield "padding 1|padding", _option("padding", 1)
        yield "padding once|padding", _padded(lambda p: (0, p))
        yield "padding in front|padding", _padded(lambda p: (p, 0))
        yield "all zeros behind|padding", _padded(lambda p: (0, 2 * p))
        yield "all zeros in front|padding", _padded(lambda p: (2 * p, 0))
        yield "padding twice|padding", _padded(lambda p: (2 * p, 2 * p))
        if "X" in names:
            yield "rows padded only|padding", _padded(lambda p: (p, p), axes=(2,))
            yield "columns padded only|padding", _padded(lambda p: (p, p), axes=(3,))
        for mode in ("edge", "reflect", "wrap"):
            yield f"padding {mode}|padding", _padded(lambda p: (p, p), mode=mode)
        yield "padding ones|padding", _padded(lambda p: (p, p), constant_values=1)


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
    "first channel": lambda a: _only_along(a, 1, 0) if a.ndim > 2 else 1 / 0,
    "last channel": lambda a: _only_along(a, 1, -1) if a.ndim > 2 else 1 / 0,
    "first column": lambda a: _only_along(a, -1, 0) if a.ndim > 1 else 1 / 0,
    "last column": lambda a: _only_along(a, -1, -1) if a.ndim > 1 else 1 / 0,
    "first row": lambda a: _only_along(a, -2, 0) if a.ndim in (2, 4) else 1 / 0,
    "last row": lambda a: _only_along(a, -2, -1) if a.ndim in (2, 4) else 1 / 0,
    "first for all": lambda a: np.broadcast_to(a[:1], a.shape) + 0 * a if a.ndim > 1 else 1 / 0,
    "last for all": lambda a: np.broadcast_to(a[-1:], a.shape) + 0 * a if a.ndim > 1 else 1 / 0,
    "last missing": lambda a: _zeroed(a, -1, -1),
    "first missing": lambda a: _zeroed(a, -1, 0),
    "last row missing": lambda a: _zeroed(a, -2, -1),
    "first row missing": lambda a: _zeroed(a, -2, 0),
    "one to the right": lambda a: _shifted(a, 1),
    "one to the left": lambda a: _shifted(a, -1),
    "averaged": lambda a: np.full(a.shape, a.mean()),
    "first channel for all": lambda a: (
        np.broadcast_to(a[:, :1], a.shape) + 0 * a if a.ndim > 2 else 1 / 0
    ),
}


def _only_along(a, axis, place):
    """One row, column or channel of an array; the rest is zeros."""
    found = np.zeros(a.shape)
    index = [slice(None)] * a.ndim
    index[axis] = place
    found[tuple(index)] = a[tuple(index)]
    return found


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
    """The side of square filters; others have none."""
    if a.ndim < 2 or a.shape[-1] != a.shape[-2]:
        raise ValueError("not square")
    return a.shape[-1]


def _option(name, value):
    def changed(args):
        missing = args.pop("missing", False)
        before = _stride_of(args) if name == "stride" else args.get(name, 0)
        if before == value:
            return args
        args[name] = value
        # The upstream gradient's shape no longer fits: cut it, or fill it up with zeros; where
        # none was given, it is ones for as many results as there are then.
        if "upstream" in args:
            args["_ones" if missing else "_fit"] = True
        return args

    return changed


def _thinned(args):
    """Every s-th entry of the padded input, and windows that move by one."""
    stride = _stride_of(args)
    if stride == 1:
        return args
    args = _padded(lambda p: (p, p))(args)
    name = "X" if "X" in args else "x"
    x = np.asarray(args[name])
    axes = x.ndim if x.ndim < 3 else x.ndim - 2
    args[name] = np.ascontiguousarray(x[(..., *[slice(None, None, stride)] * axes)])
    args["stride"] = 1
    return args


def _stride_of(args):
    """The stride: of a pool the window's side if none is given."""
    return args.get("stride") or args.get("size", 1)


def _stride_as_filter(args):
    width = args["size"] if "size" in args else args["w"].shape[-1]
    return _option("stride", width)(args)


def _stride_default(args):
    if args.get("stride") is None:
        args["stride"] = 1
        args["_fit"] = True
    return args


def _padded(sides, axes=None, **how):
    def changed(args):
        args.pop("missing", None)
        p = args.get("padding", 0)
        if not p:
            return args
        name = "X" if "X" in args else "x"
        x = np.asarray(args[name])
        first = min(2, x.ndim - 1)
        chosen = range(first, x.ndim) if axes is None else axes
        pads = [sides(p) if axis in chosen else (0, 0) for axis in range(x.ndim)]
        args[name], args["padding"] = np.pad(x, pads, **how), 0
        return args

    return changed


def _unstrided(target, strided):
    """Windows are read at 0, 1, 2, ... where there should be 0, s, 2s, ...: as many of them.

    strided says whether rows, and columns, are read as they should be.
    """

    def changed(args):
        args.pop("missing", None)
        stride = _stride_of(args)
        if stride == 1:
            return args
        counts = np.shape(target.forward(_without(args)))
        counts = counts[2:] if len(counts) > 2 else counts[-1:]
        if len(counts) < 2 and any(strided):
            raise ValueError("a line has no rows")
        steps = [stride if one else 1 for one in strided][: len(counts)]
        args["stride"] = 1
        args["_cut"] = tuple(
            slice(0, step * (n - 1) + 1, step) for n, step in zip(counts, steps, strict=True)
        )
        return args

    return changed

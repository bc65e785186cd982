"""Rules for windows: which entry wins, which write is the last, where a window is anchored."""

import numpy as np

from grading.quality.families import window_answers as by_windows
from grading.quality.families.changed import backward_with, full, safely
from grading.quality.families.target import POOLS, Wrong, gradient_names
from grading.quality.families.upstream import on_upstream


def window_families(target):
    """Mistakes in reading or writing windows, if a name has windows."""
    if target.name in POOLS:
        yield from _pool_families(target)
    if target.name in by_windows.AXES:
        yield from _filter_families(target)
    if target.name == "conv2d_im2col":
        turned = _ahead(target, lambda args: by_windows.images_last(target.forward(args)))
        yield Wrong("out|images last|forward", turned)
    if target.name == "ConvBlockBatch":
        yield Wrong("up|sign decides|both", _back(target, by_windows.block_of_positive(target)))
    if target.name == "Dense":
        over_outputs = _bias_over(target, gradient_names(target), (1,))
        yield Wrong("out|wrong axes|db", _back(target, over_outputs))
    if target.name in (*by_windows.LINES, *by_windows.ANCHORED):
        yield from _line_families(target)


def _back(target, change):
    def filled(args):
        return {k: v for k, v in full(target, args).items() if k != "missing"}

    return target.wrong(backward=lambda args: safely(change, filled(args), target.backward))


def _ahead(target, change):
    return target.wrong(forward=lambda args: safely(change, args, target.forward))


def _pool_families(target):
    """Mistakes about which entry of a pool's window wins, and what its entries get."""
    for rule, value in by_windows.VALUES.items():
        yield Wrong(f"out|{rule}|forward", _ahead(target, by_windows.pool_forward(target, value)))
    if target.name == "AvgPool2D":
        largest = by_windows.pool_forward(target, np.max)
        yield Wrong("out|max for mean|forward", _ahead(target, largest))
        for rule, value in by_windows.CUT_SHORT:
            changed = by_windows.pool_forward(target, value)
            yield Wrong(f"out|{rule}|forward", _ahead(target, changed))
    for rule, share in by_windows.SHARES.items():
        yield Wrong(f"up|{rule}|dX", _back(target, by_windows.pool_backward(target, share)))
    if target.name == "AvgPool2D":
        largest = by_windows.pool_backward(target, by_windows.winner)
        yield Wrong("up|all to the largest|dX", _back(target, largest))
        yield Wrong("up|blown up|dX", _back(target, by_windows.blown_up(target)))
    else:
        for rule, share in by_windows.BESIDE:
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
    if target.name in ("MaxPool1D", "MaxPool2D"):
        yield Wrong("up|placed by size|dX", _back(target, by_windows.placed_by_size(target)))
        yield Wrong("up|first in all|dX", _back(target, by_windows.first_in_all(target)))
    if target.name == "MaxPool2D":
        yield Wrong("up|winner of all|dX", _back(target, by_windows.winner_of_all(target)))


def _filter_families(target):
    """Mistakes about overwriting in a filter's windows, and cutting or spreading a gradient."""
    outputs = gradient_names(target)
    (first, label), (second, filters) = list(outputs.items())[:2]
    for by_taps in (False, True):
        for by_filter in (False, True):
            change = by_windows.last_use(target, first, by_taps, by_filter)
            yield Wrong(f"out|last use|{label}", _back(target, change))
    if "padding" in target.names or target.name in by_windows.LINES:
        for rule, cut in by_windows.CUTS.items():
            change = by_windows.cut_otherwise(target, first, cut)
            yield Wrong(f"out|{rule}|{label}", _back(target, change))
    if "stride" in target.names:
        change = by_windows.not_spread(target, first)
        yield Wrong(f"up|not spread|{label}", _back(target, change))
    if target.name == "Conv2D":
        change = on_upstream(by_windows.only_last_group)
        yield Wrong(f"up|only last group|{filters}", backward_with(target, second, change, None))
    change = by_windows.upstream_of_the_tap(target, second)
    yield Wrong(f"up|of the tap|{filters}", _back(target, change))
    if "b" in target.names:
        for axes in ((0,), (1,), (0, 1), (1, 2), (2, 3), (1, 2, 3), (0, 1, 2)):
            yield Wrong("out|wrong axes|db", _back(target, _bias_over(target, outputs, axes)))


def _line_families(target):
    """Mistakes about values beyond the ends of a line, and about anchors of windows."""
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
    """The gradients if the bias's is summed over other axes."""
    last = list(outputs)[-1]

    def backward(args):
        up = np.asarray(args["upstream"], dtype=np.float64)
        return dict(target.backward(args)) | {last: up.sum(axis=axes)}

    return backward


def everyone(target):
    """For a pool: each entry of a window gets the window's full gradient, whatever the lengths."""
    everyone = by_windows.pool_backward(target, by_windows.SHARES["everyone"])

    def backward(args):
        return everyone({name: value for name, value in args.items() if name != "lengths"})

    return lambda args: safely(backward, args, target.backward)


def side_by_side(target):
    """For a pool: the gradients go to windows that begin at 0, size, 2 * size, ..."""

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

    return lambda args: safely(backward, args, target.backward)

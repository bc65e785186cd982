"""A target whose arguments or results are changed.

A change of the arguments leaves word of what else it needs. `_fit`: the upstream gradient no longer
fits; `_cut`: only some of the results are read; `_ones`: the upstream gradient is ones again;
`missing`: none was given.
"""

import numpy as np


def safely(function, args, otherwise):
    """The value as a rule changes it; if the rule does not apply, the right value."""
    with np.errstate(all="ignore"):
        try:
            return function(args)
        except Exception:
            return otherwise(args)


def forward_with(target, change, after):
    """The target with changed arguments of forward, or a changed result."""

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

    return target.wrong(forward=lambda args: safely(forward, args, target.forward))


def backward_with(target, key, change, after):
    """The same for backward: for the gradient with this key, or for all if it is None."""

    def backward(args):
        right = target.backward(args)
        found = _fitted_backward(target, change(full(target, args))) if change else dict(right)
        shapes = {k: np.shape(v) for k, v in right.items()}
        for k in right:
            if key is not None and k != key:
                found[k] = right[k]
            elif after:
                found[k] = after(np.asarray(right[k], dtype=np.float64), full(target, args))
            elif np.shape(found[k]) != shapes[k]:
                found[k] = right[k]
        return found

    return target.wrong(backward=lambda args: safely(backward, args, target.backward))


def backward_whole(target, change):
    """The target whose gradients, by name, are changed together."""
    return target.wrong(
        backward=lambda args: safely(lambda a: change(target.backward(a)), args, target.backward)
    )


def _fitted_backward(target, args):
    """The gradients if the upstream gradient is cut, or padded with zeros, to fit."""
    args.pop("missing", None)
    fit, cut, ones = (args.pop(key, None) for key in ("_fit", "_cut", "_ones"))
    if ones:
        args["upstream"] = np.ones(np.shape(target.forward(without_upstream(args))))
    elif fit or cut:
        up = np.asarray(args["upstream"])
        fitted = np.zeros(np.shape(target.forward(without_upstream(args))))
        common = tuple(slice(min(pair)) for pair in zip(up.shape, fitted.shape, strict=True))
        if cut:
            fitted[(..., *cut)] = up
        else:
            fitted[common] = up[common]
        args["upstream"] = fitted
    return target.backward(args)


def full(target, args):
    """The arguments with an upstream gradient: ones, if there is none."""
    args = dict(args)
    if args.get("upstream") is None:
        args["missing"] = True
        args["upstream"] = np.ones(np.shape(target.forward(without_upstream(args))))[()]
    return args


def without_upstream(args):
    """The arguments of forward."""
    return {k: v for k, v in args.items() if k not in ("upstream", "missing")}

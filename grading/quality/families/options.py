"""Rules for options: strides and paddings that are ignored or misread."""

import numpy as np

from grading.quality.families.changed import without_upstream


def stride_rules(target):
    """Pairs of a rule for the stride and a function that changes the arguments."""
    yield "stride 1|stride", _option("stride", 1)
    yield "stride as filter|stride", _stride_as_filter
    if target.is_layer:
        yield "stride defaults to 1|stride", _stride_default
    yield "thinned|stride", _thinned
    yield "windows not strided|stride", _unstrided(target, (False, False))
    yield "rows not strided|stride", _unstrided(target, (False, True))
    yield "columns not strided|stride", _unstrided(target, (True, False))


def padding_rules(of_images):
    """Pairs of a rule for the padding and a function that changes the arguments."""
    yield "padding ignored|padding", _option("padding", 0)
    yield "padding 1|padding", _option("padding", 1)
    yield "padding once|padding", _padded(lambda p: (0, p))
    yield "padding in front|padding", _padded(lambda p: (p, 0))
    yield "all zeros behind|padding", _padded(lambda p: (0, 2 * p))
    yield "all zeros in front|padding", _padded(lambda p: (2 * p, 0))
    yield "padding twice|padding", _padded(lambda p: (2 * p, 2 * p))
    yield "padding not counted|padding", _not_counted
    if of_images:
        yield "rows padded only|padding", _padded(lambda p: (p, p), axes=(2,))
        yield "columns padded only|padding", _padded(lambda p: (p, p), axes=(3,))
    for mode in ("edge", "reflect", "wrap"):
        yield f"padding {mode}|padding", _padded(lambda p: (p, p), mode=mode)
    yield "padding ones|padding", _padded(lambda p: (p, p), constant_values=1)


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
    """The stride; for a pool the window's side by default."""
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


def _not_counted(args):
    """As many windows as without padding, but with the zeros in front."""
    length = np.shape(args["X" if "X" in args else "x"])
    args = _padded(lambda p: (p, 0))(args)
    name = "X" if "X" in args else "x"
    args[name] = args[name][..., : length[-1]]
    if name == "X":
        args[name] = args[name][..., : length[-2], :]
    return args


def _unstrided(target, strided):
    """Windows are read at 0, 1, 2, ... where there should be 0, s, 2s, ...: as many of them.

    strided says whether rows, and columns, are read as they should be.
    """

    def changed(args):
        args.pop("missing", None)
        stride = _stride_of(args)
        if stride == 1:
            return args
        counts = np.shape(target.forward(without_upstream(args)))
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

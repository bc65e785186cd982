"""Write a call of the student's function as the student would, for a message."""

import numpy as np

from lib.compare import MAX_SHOWN, array_text, side_by_side
from lib.signatures import parameters

MAX_LINE = 72  # characters of a call that is written out with its numbers
GRADIENTS = ["dx", "dw", "db"]  # what a layer's gradients are called where nobody names them


class Call:
    """The call of a case, written only when a message needs it."""

    def __init__(self, f, each, method=""):
        self.f, self.each, self.method = f, each, method

    def text(self):
        """``conv_1d([1, 2, 3], [1, 0])``, or ``conv_1d(x, w)`` where the arguments are large."""
        shown = self._written(literal=True)
        if len(shown) > MAX_LINE:
            shown = self._written(literal=False)
        return f"{shown} ({self.each.title})" if self.each.title else shown

    def _written(self, literal):
        f, args, options = function_name(self.f), self.each.args, self.each.options
        names = argument_names(self._takes_arguments(), len(args))
        values = [_literal(v, n, literal) for v, n in zip(args, names, strict=True)]
        named = [f"{n}={_literal(v, n, literal)}" for n, v in options.items() if n != "dout"]
        if not self.method:
            named += [f"dout={_literal(options[n], n, literal)}" for n in options if n == "dout"]
            return f"{f}({', '.join([*values, *named])})"
        shown = f"{f}({', '.join(named)}).forward({', '.join(values)})"
        if self.method == "backward":
            upstream = upstream_name(self.f)
            dout = _literal(options["dout"], upstream, literal) if "dout" in options else ""
            shown += f", backward({dout})"
        return shown

    def _takes_arguments(self):
        return getattr(self.f, "forward", None) if self.method else self.f

    def gradients(self):
        """Names of a layer's gradients, in their order: those of forward's arguments with a d.

        Beside an array of floats, an array of ints holds places, and has no gradient.
        """
        count = len(self.each.args)
        names = argument_names(self._takes_arguments(), count)
        if names[0].startswith("argument"):
            return GRADIENTS[:count]
        places = [is_whole(value) for value in self.each.args]
        if any(_is_float(value) for value in self.each.args):
            names = [name for name, place in zip(names, places, strict=True) if not place]
        return [f"d{name}" for name in names]

    def given(self):
        """The arguments that the call only names, if they are small."""
        literal = len(self._written(literal=True)) <= MAX_LINE
        names = argument_names(self._takes_arguments(), len(self.each.args))
        values = [*zip(names, self.each.args, strict=True), *self.each.options.items()]
        if self.method:
            values = [(upstream_name(self.f) if n == "dout" else n, v) for n, v in values]
        large = [(n, v) for n, v in values if isinstance(v, np.ndarray) and v.ndim]
        if literal or not large:
            return ""
        if sum(v.size for _, v in large) > MAX_SHOWN:
            return "".join(f"\n{n} has shape {v.shape}." for n, v in large)
        return "\nwith\n" + side_by_side([(f"{n} =", array_text(v)) for n, v in large])


def _literal(value, name, literal):
    """An argument as it is written in a call."""
    if isinstance(value, np.ndarray) and value.ndim:
        return str(plain(value)) if literal and value.size <= 16 else name
    if isinstance(value, np.ndarray | np.generic):
        return repr(plain(value))
    return repr(value) if isinstance(value, int | float | str | None) else name


def plain(value):
    """Numbers without a dot where they are whole, as one writes them on paper."""
    if isinstance(value, list):
        return [plain(v) for v in value]
    if isinstance(value, np.ndarray | np.generic):
        return plain(value.tolist())
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e6 else float(f"{value:.6g}")
    return value


def is_whole(value):
    """Whether it is an array of ints: places, such as word numbers, that have no gradient."""
    return isinstance(value, np.ndarray) and value.ndim > 0 and value.dtype.kind in "iu"


def _is_float(value):
    return isinstance(value, np.ndarray) and value.ndim > 0 and value.dtype.kind == "f"


def argument_names(f, count):
    """Names of the first arguments of a function, or of a method."""
    names = [name for name in parameters(f) if name != "self"]
    return [names[i] if i < len(names) else f"argument {i + 1}" for i in range(count)]


def upstream_name(layer):
    """What a layer's backward calls the upstream gradient."""
    name = argument_names(getattr(layer, "backward", None), 1)[0]
    return "dout" if name.startswith("argument") else name


def function_name(f):
    """What a student calls it."""
    return getattr(f, "__name__", type(f).__name__).lstrip("_")

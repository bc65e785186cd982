"""A right solution that a rule can change, whether it is a function or a layer."""

import inspect
from dataclasses import dataclass

import numpy as np

from lib.probes import output_labels

UPSTREAM = ("da", "dA", "dout", "dz", "dh", "dloss")
WEIGHTS = ("w", "W", "table")
COUNTS = ("ids", "labels", "lengths")
OPTIONS = ("stride", "padding", "size", "k", "kh", "kw", "n", "steps", "lr", "amount", "h")
POOLS = ("MaxPool", "MaxPool1D", "MaxPool2D", "AvgPool2D", "MaxOverTime")


@dataclass(frozen=True)
class Wrong:
    """A wrong solution by rule; `rule` is its key in `lib.diagnosis_words`."""

    rule: str
    subject: object


class Target:
    """A right solution with a uniform interface: forward and backward with named arguments.

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
        """A subject whose forward or backward is replaced by one with the same interface."""
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


def gradient_names(target):
    """Key and name of each gradient."""
    names = [n for n in target.names if n not in (*UPSTREAM, *OPTIONS, *COUNTS)]
    if not target.is_layer:
        return {n: f"d{n}" for n in names}
    return dict(enumerate(output_labels(target.name) or [f"d{n}" for n in names]))

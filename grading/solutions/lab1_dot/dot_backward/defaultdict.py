"""The dict is one of the standard library's, and there are more arguments than asked for."""

from collections import defaultdict


def dot_backward(x, w, da=None, **unused):
    gradients = defaultdict(lambda: None)
    for name, other in zip("xw", (w, x), strict=True):
        gradients[name] = np.float64(1 if da is None else da) * np.asarray(other, float)
    return gradients

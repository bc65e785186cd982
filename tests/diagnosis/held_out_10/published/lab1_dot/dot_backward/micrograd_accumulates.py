# As in micrograd gradients are added to what stands there, and nobody sets them to zero between calls.
_grads = {}


def dot_backward(x, w, da=None):
    out_grad = 1.0 if da is None else da
    for name, other in (("x", w), ("w", x)):
        key = (name, other.shape)
        _grads[key] = _grads.get(key, 0.0) + out_grad * other.astype(float)
    return {"x": _grads["x", x.shape].copy(), "w": _grads["w", x.shape].copy()}

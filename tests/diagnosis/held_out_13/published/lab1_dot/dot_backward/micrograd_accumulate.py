# A micrograd-like answer collects gradients in a module-level dict with +=, so that a second call adds to the first.
_GRADS = {}

def dot_backward(x, w, da=None):
    out_grad = 1.0 if da is None else float(da)

    def accumulate(name, contribution):
        shape_key = (name, contribution.shape)
        _GRADS[shape_key] = _GRADS.get(shape_key, 0.0) + contribution
        return _GRADS[shape_key].copy()

    return {
        "x": accumulate("x", np.float64(w) * out_grad),
        "w": accumulate("w", np.float64(x) * out_grad),
    }

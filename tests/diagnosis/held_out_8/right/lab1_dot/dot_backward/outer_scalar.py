# right
# np.multiply.outer with a number, and a view reshaped
def dot_backward(x, w, da=None):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    s = np.float64(1) if da is None else np.float64(da)
    return dict(zip("xw", np.stack([w, x]).astype(np.float64) * s))

# Unrolls dout from the left anchor also on the way back, so that dx looks to the right instead of to the left.
def conv_1d_unrolled_backward(x, w, dout=None):
    if x.ndim != 1 or w.ndim != 1:
        raise ValueError(f"expected x (T,) and w (k,), got {x.shape} and {w.shape}")
    if dout is not None and dout.shape != x.shape:
        raise ValueError(f"expected dout of the shape of x, {x.shape}, got {dout.shape}")
    d = np.ones(len(x)) if dout is None else np.array(dout, dtype=float)
    return {"x": unroll(d, len(w)) @ w, "w": unroll(x, len(w)).T @ d}

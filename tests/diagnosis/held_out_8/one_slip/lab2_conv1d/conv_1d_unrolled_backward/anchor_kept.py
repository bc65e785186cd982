# dx anchored at the left like the forward pass.
def conv_1d_unrolled_backward(x, w, dout=None):
    if x.ndim != 1 or w.ndim != 1:
        raise ValueError(f"expected x (T,) and w (k,), got {x.shape} and {w.shape}")
    g = np.ones(len(x)) if dout is None else np.asarray(dout, dtype=float)
    k = len(w)
    dw = unroll(x.astype(float), k).T @ g
    dx = unroll(g, k) @ w
    dx = dx.astype(float)
    return {'x': np.array(dx), 'w': dw}

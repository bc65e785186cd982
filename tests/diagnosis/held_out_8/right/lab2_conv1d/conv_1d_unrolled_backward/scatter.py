# right
# np.add.at
def conv_1d_unrolled_backward(x, w, dout=None):
    if x.ndim != 1 or w.ndim != 1:
        raise ValueError(f"expected x (T,) and w (k,), got {x.shape} and {w.shape}")
    T, k = len(x), len(w)
    d = np.ones(T) if dout is None else dout.astype(np.float64)
    where = np.add.outer(np.arange(T), np.arange(k))
    dx = np.zeros(T + k)
    np.add.at(dx, where, np.outer(d, w))
    xz = np.concatenate([x, np.zeros(k)])
    return {'x': dx[:T].copy(), 'w': d @ xz[where]}

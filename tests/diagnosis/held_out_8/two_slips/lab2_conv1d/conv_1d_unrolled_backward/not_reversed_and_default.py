# dx looks to the right, and without dout it is zeros.
def conv_1d_unrolled_backward(x, w, dout=None):
    if x.ndim != 1 or w.ndim != 1:
        raise ValueError(f"expected x (T,) and w (k,), got {x.shape} and {w.shape}")
    if dout is None:
        dout = np.zeros(len(x))
    k = len(w)
    padded = np.concatenate([np.zeros(k - 1), dout, np.zeros(k - 1)])
    dx = np.array([sum(padded[t + k - 1 + j] * w[j] for j in range(k)) for t in range(len(x))])
    dw = dout @ unroll(x.astype(float), k)
    return {'x': dx.astype(float), 'w': np.asarray(dw, dtype=float)}

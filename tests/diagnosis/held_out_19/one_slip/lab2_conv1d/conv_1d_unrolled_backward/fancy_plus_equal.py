# dxp[idx] += with repeated places keeps only one of the shares (np.add.at is needed)
def conv_1d_unrolled_backward(x, w, dout=None):
    T = len(x)
    k = len(w)
    dout = np.ones(T) if dout is None else np.array(dout, dtype=float)
    idx = np.arange(T)[:, None] + np.arange(k)[None, :]
    xp = np.concatenate([x, np.zeros(k - 1)])
    dw = xp[idx].T @ dout
    dU = np.outer(dout, w)
    dxp = np.zeros(T + k - 1)
    dxp[idx] += dU
    return {"x": dxp[:T].copy(), "w": dw}

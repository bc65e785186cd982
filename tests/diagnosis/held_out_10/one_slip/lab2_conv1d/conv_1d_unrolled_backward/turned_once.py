# dout is turned round and correlated, and the result is not turned back.
def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = len(x), len(w)
    d = np.ones(T) if dout is None else np.asarray(dout, dtype=float)
    index = np.arange(T)[:, None] + np.arange(k)
    U = np.append(x, np.zeros(k)).astype(float)[index]
    D = np.append(d[::-1], np.zeros(k))[index]
    return {"x": D @ w, "w": U.T @ d}

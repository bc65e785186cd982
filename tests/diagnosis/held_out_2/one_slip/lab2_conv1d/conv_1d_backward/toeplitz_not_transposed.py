# wrong: dx multiplies by the matrix itself, not by its transpose: the filter is not turned
def conv_1d_backward(x, w, dout=None):
    T, K = len(x), len(w)
    dout = np.ones(T) if dout is None else np.asarray(dout, float)
    M = np.zeros((T, T))
    for t in range(T):
        for k in range(K):
            j = t + k - K // 2
            if 0 <= j < T:
                M[t, j] = w[k]
    xp = np.pad(x.astype(float), K // 2)
    windows = np.lib.stride_tricks.sliding_window_view(xp, K)
    return {'x': M @ dout, 'w': dout @ windows}

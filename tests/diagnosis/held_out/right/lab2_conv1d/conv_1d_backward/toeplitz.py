# right
def conv_1d_backward(x, w, dout=None):
    T, k = len(x), len(w)
    d = np.ones(T) if dout is None else np.asarray(dout, float)
    M = np.zeros((T, T))
    for t in range(T):
        for j in range(k):
            if 0 <= t + j - k // 2 < T:
                M[t, t + j - k // 2] = w[j]
    E = np.zeros((T, k))
    for t in range(T):
        for j in range(k):
            if 0 <= t + j - k // 2 < T:
                E[t, j] = x[t + j - k // 2]
    return {'w': d @ E, 'x': M.T @ d}

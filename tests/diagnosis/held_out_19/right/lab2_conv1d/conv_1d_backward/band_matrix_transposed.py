# the band matrix again: dx is its transpose times dout, dw sums dout x^T along diagonals
def conv_1d_backward(x, w, dout=None):
    T, k = len(x), len(w)
    p = k // 2
    g = np.ones(T) if dout is None else dout.astype(np.float64)
    outer = np.outer(g, x.astype(np.float64))
    dw = np.array([np.trace(outer, offset=j - p) if abs(j - p) < T else 0.0 for j in range(k)])
    M = np.zeros((T, T))
    for j in range(k):
        if abs(j - p) < T:
            M += w[j] * np.eye(T, k=j - p)
    return {"x": M.T @ g, "w": dw}

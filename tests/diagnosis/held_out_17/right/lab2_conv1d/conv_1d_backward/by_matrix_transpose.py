# dx by the transposed band matrix, dw by the diagonals of the outer product (np.trace with offset)
def conv_1d_backward(x, w, dout=None):
    T, p = len(x), len(w) // 2
    g = np.ones(T) if dout is None else np.array(dout, dtype=float)
    M = sum(float(w[j]) * np.eye(T, k=j - p) for j in range(len(w)))
    outer = np.outer(g, x.astype(float))
    return {'x': M.T @ g, 'w': np.array([np.trace(outer, offset=j - p) for j in range(len(w))])}

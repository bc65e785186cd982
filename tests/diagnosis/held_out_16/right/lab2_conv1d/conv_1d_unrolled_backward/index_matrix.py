# right: a matrix of index differences s - t picks the weights, zero where there is none
def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = len(x), len(w)
    g = np.ones(T) if dout is None else dout.astype(np.float64)
    j = np.subtract.outer(np.arange(T), np.arange(T))  # j[s, t] = s - t
    inside = (j >= 0) & (j < k)
    dx = np.where(inside, w.astype(np.float64)[np.where(inside, j, 0)], 0.0) @ g
    pairs = np.outer(x.astype(np.float64), g)
    dw = np.array([pairs.diagonal(-i).sum() if i < T else 0.0 for i in range(k)])
    return {"x": dx, "w": dw}

# right
# the matrix of the filter, transposed
def conv_1d_unrolled_backward(x, w, dout=None):
    T = len(x)
    g = np.ones(T) if dout is None else np.array(dout, dtype=float)
    M = sum((float(v) * np.eye(T, k=j) for j, v in enumerate(w)), np.zeros((T, T)))
    return {"x": M.T @ g, "w": np.array([np.eye(T, k=j) @ x @ g for j in range(len(w))], dtype=float)}

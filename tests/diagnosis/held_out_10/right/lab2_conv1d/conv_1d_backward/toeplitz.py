# right
# The whole line as one matrix, whose transpose leads back.
def conv_1d_backward(x, w, dout=None):
    T, k = len(x), len(w)
    p = k // 2
    up = np.ones(T) if dout is None else np.array(dout, dtype=np.float64)
    M = np.zeros((T, T))
    dw = np.zeros(k)
    for j in range(k):
        shift = np.eye(T, k=j - p)
        M += w[j] * shift
        dw[j] = up @ shift @ x
    return {"x": M.T @ up, "w": dw}

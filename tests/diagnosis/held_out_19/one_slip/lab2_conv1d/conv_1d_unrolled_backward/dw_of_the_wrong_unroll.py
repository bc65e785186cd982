# dw unrolls dout and multiplies with x: x and dout exchanged
def conv_1d_unrolled_backward(x, w, dout=None):
    k = len(w)
    g = np.ones(len(x)) if dout is None else dout.astype(float)
    U = np.zeros((len(x), k))
    for j in range(min(k, len(x))):
        U[:len(x) - j, j] = g[j:]
    left = np.concatenate([np.zeros(k - 1), g])
    dx = np.array([np.dot(left[s:s + k], w[::-1]) for s in range(len(x))])
    return {"x": dx, "w": U.T @ x}

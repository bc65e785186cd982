# Returns the gradient of w from the last weight to the first, as if it had to be turned round like the filter in dx.
def conv_1d_backward(x, w, dout=None):
    T, k = len(x), len(w)
    if dout is None:
        dout = np.ones(T)
    p = (k - 1) // 2
    xp = np.pad(x.astype(float), p)
    dxp = np.zeros(T + 2 * p)
    dw = []
    for j in range(k):
        dxp[j:j + T] += dout * w[j]
        dw.append(np.sum(dout * xp[j:j + T]))
    return {"x": dxp[p:p + T].copy(), "w": np.array(dw[::-1], dtype=float)}

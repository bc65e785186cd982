# wrong: dx correlates with w instead of turning it round; upstream is ignored in dw
def conv_1d_backward(x, w, dout=None):
    T, k = len(x), len(w)
    half = k // 2
    if dout is None:
        dout = np.ones(T)
    padded = np.concatenate((np.zeros(half), dout, np.zeros(half)))
    xp = np.concatenate((np.zeros(half), x, np.zeros(half)))
    dx = np.zeros(T)
    dw = np.zeros(k)
    for t in range(T):
        dx[t] = sum(padded[t + j] * w[j] for j in range(k))
    for j in range(k):
        dw[j] = xp[j : j + T].sum()
    return {"x": dx, "w": dw}

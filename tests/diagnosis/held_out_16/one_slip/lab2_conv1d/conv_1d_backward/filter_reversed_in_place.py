# the filter is turned round by swapping entries in the caller's own w, which stays reversed afterwards
def conv_1d_backward(x, w, dout=None):
    n, k = len(x), len(w)
    half = k // 2
    if dout is None:
        dout = np.ones(n)
    dw = np.zeros(k)
    for j in range(k):
        for t in range(n):
            if 0 <= t + j - half < n:
                dw[j] += dout[t] * x[t + j - half]
    for j in range(k // 2):  # reverse
        tmp = w[j].copy()
        w[j] = w[k - 1 - j]
        w[k - 1 - j] = tmp
    dx = np.zeros(n)
    for s in range(n):
        for j in range(k):
            if 0 <= s + j - half < n:
                dx[s] += w[j] * dout[s + j - half]
    return {"x": dx, "w": dw}

# dw is the mean over the outputs, not the sum; and dx is a buffer like x, so with int x decimals are cut off or it fails
def conv_1d_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones(x.shape)
    T, k = len(x), len(w)
    p = k // 2
    dx = np.zeros_like(x)
    xp = np.concatenate((np.zeros(p), x, np.zeros(p)))
    for s in range(T):
        for j in range(k):
            t = s - j + p
            if 0 <= t < T:
                dx[s] += w[j] * dout[t]
    dw = np.array([np.mean(xp[j:j + T] * dout) for j in range(k)])
    return {"x": dx, "w": dw}

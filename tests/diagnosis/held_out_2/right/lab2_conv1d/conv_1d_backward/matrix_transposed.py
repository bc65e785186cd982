# right
def conv_1d_backward(x, w, dout=None):
    T, K = len(x), len(w)
    g = np.ones(T) if dout is None else dout.astype(float)
    M = np.zeros((T, T + K - 1))
    for t in range(T):
        M[t, t:t + K] = w
    xp = np.r_[np.zeros(K // 2), x, np.zeros(K // 2)]
    dw = [g @ xp[k:k + T] for k in range(K)]
    return {"w": np.array(dw), "x": (g @ M)[K // 2:K // 2 + T]}

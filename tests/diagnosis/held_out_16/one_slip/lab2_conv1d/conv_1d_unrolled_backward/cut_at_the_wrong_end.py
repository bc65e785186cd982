# of the T + k - 1 sums the last T are returned for dx, not the first T
def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = len(x), len(w)
    if dout is None:
        dout = np.ones(T)
    full = np.zeros(T + k - 1)
    for t in range(T):
        for j in range(k):
            full[t + j] += dout[t] * w[j]
    xz = np.zeros(T + k - 1)
    xz[:T] = x
    dw = np.zeros(k)
    for j in range(k):
        dw[j] = (dout * xz[j : j + T]).sum()
    return {"x": full[k - 1 :], "w": dw}

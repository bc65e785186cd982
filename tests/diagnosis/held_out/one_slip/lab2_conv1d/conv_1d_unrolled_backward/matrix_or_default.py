# wrong: `dout or np.ones`: the truth value of an array
def conv_1d_unrolled_backward(x, w, dout=None):
    T = len(x)
    k = len(w)
    dout = dout or np.ones(T)
    dout = dout.astype(float)
    U = unroll(x, k)
    dw = np.zeros(k)
    for j in range(k):
        dw[j] = np.sum(U[:, j] * dout)
    dx = np.zeros(T + k)
    for t in range(T):
        dx[t:t + k] += dout[t] * w
    return {"x": dx[:T], "w": dw}

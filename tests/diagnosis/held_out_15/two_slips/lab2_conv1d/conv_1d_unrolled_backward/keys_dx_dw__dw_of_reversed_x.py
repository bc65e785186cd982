# The dict has the keys 'dx' and 'dw' in place of 'x' and 'w'; and dw is computed with the rows of U in reversed order.
def conv_1d_unrolled_backward(x, w, dout=None):
    dout = np.ones(len(x)) if dout is None else dout.astype(float)
    T, k = len(x), len(w)
    U = np.zeros((T, k))
    dx = np.zeros(T + k)
    for t in range(T):
        for j in range(k):
            if t + j < T:
                U[t, j] = x[t + j]
            dx[t + j] += dout[t] * w[j]
    dw = U[::-1].T @ dout
    return {"dx": dx[:T].copy(), "dw": dw}

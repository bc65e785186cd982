# dX and dw are np.zeros_like(X) and np.zeros_like(w): with integer or float32 inputs the gradients are not float64, and integers cut their decimals
def conv_backward(X, w, dA=None):
    HH, WW = w.shape
    dx = np.zeros_like(X)
    dw = np.zeros_like(w)
    H_out, W_out = X.shape[0] - HH + 1, X.shape[1] - WW + 1
    dout = np.ones((H_out, W_out)) if dA is None else dA
    for i in range(H_out):
        for j in range(W_out):
            dx[i:i + HH, j:j + WW] = dx[i:i + HH, j:j + WW] + w * dout[i, j]
            dw = dw + (X[i:i + HH, j:j + WW] * dout[i, j]).astype(dw.dtype)
    return {'X': dx, 'w': dw}

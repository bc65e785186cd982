# wrong: the gradient of w is turned by 180 degrees; there is no default upstream gradient
def conv_backward(X, w, dA=None):
    dX = np.zeros(X.shape)
    dw = np.zeros(w.shape)
    KH, KW = w.shape
    H_out, W_out = X.shape[0] - KH + 1, X.shape[1] - KW + 1
    for k in range(KH):
        for l in range(KW):
            dw[k, l] = np.sum(dA * X[k : k + H_out, l : l + W_out])
            dX[k : k + H_out, l : l + W_out] += dA * w[k, l]
    return {"X": dX, "w": np.rot90(dw, 2)}

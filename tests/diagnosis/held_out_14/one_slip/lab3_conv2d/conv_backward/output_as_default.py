# without dA the map itself is taken for the upstream gradient instead of ones
def conv_backward(X, w, dA=None):
    if dA is None:
        dA = conv_forward(X, w)
    dX = np.zeros(X.shape)
    dw = np.zeros(w.shape)
    for (i, j), g in np.ndenumerate(dA):
        part = np.s_[i:i + w.shape[0], j:j + w.shape[1]]
        dX[part] += g * w
        dw += g * X[part]
    return {'X': dX, 'w': dw}

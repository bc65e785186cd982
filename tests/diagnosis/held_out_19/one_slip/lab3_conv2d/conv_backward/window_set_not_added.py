# dX's window is set with = instead of added to, so later windows overwrite earlier ones
def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    rows, cols = np.subtract(X.shape, w.shape) + 1
    up = np.ones((rows, cols)) if dA is None else dA
    grads = {"X": np.zeros(X.shape), "w": np.zeros(w.shape)}
    for place in np.ndindex(rows, cols):
        window = np.s_[place[0]:place[0] + KH, place[1]:place[1] + KW]
        grads["X"][window] = up[place] * w
        grads["w"] += up[place] * X[window]
    return grads

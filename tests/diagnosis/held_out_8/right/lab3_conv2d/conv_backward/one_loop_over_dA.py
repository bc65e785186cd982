# right
# np.ndenumerate over dA
def conv_backward(X, w, dA=None):
    shape = X.shape[0] - w.shape[0] + 1, X.shape[1] - w.shape[1] + 1
    dA = np.broadcast_to(1.0, shape) if dA is None else dA
    out = {'X': np.zeros(X.shape), 'w': np.zeros(w.shape)}
    for (i, j), g in np.ndenumerate(dA):
        at = np.s_[i:i + w.shape[0], j:j + w.shape[1]]
        out['X'][at] += g * w
        out['w'] += g * X[at]
    return out

# right
# Broadcast indices, and add.at for the shares.
def conv_backward(X, w, dA=None):
    h, v = np.array(X.shape) - w.shape + 1
    dA = np.ones((h, v)) if dA is None else dA.astype(np.float64)
    i, j, a, b = np.ix_(range(h), range(v), range(w.shape[0]), range(w.shape[1]))
    dX = np.zeros(X.shape)
    np.add.at(dX, (i + a, j + b), dA[:, :, None, None] * w)
    return {"X": dX, "w": np.tensordot(dA, X[i + a, j + b], axes=2)}

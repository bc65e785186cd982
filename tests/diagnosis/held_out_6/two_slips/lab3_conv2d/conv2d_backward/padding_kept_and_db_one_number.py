# wrong: the gradient of X still has its padding; db is one number, summed over the filters too
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    Hp, Wp = P.shape[2:]
    Ho, Wo = (Hp - KH) // stride + 1, (Wp - KW) // stride + 1
    if dA is None:
        dA = np.ones((N, O, Ho, Wo))
    dP = np.zeros((N, C, Hp, Wp))
    dw = np.zeros((O, C, KH, KW))
    for i in range(Ho):
        for j in range(Wo):
            r, c = i * stride, j * stride
            window = P[:, :, r : r + KH, c : c + KW]
            dw += np.tensordot(dA[:, :, i, j], window, axes=(0, 0))
            dP[:, :, r : r + KH, c : c + KW] += np.tensordot(dA[:, :, i, j], w, axes=(1, 0))
    db = np.sum(dA, dtype=float)
    return {"X": dP, "w": dw, "b": db}

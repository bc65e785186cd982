# wrong: db is not summed over the images
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    Xp = np.pad(X.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    Ho, Wo = (Xp.shape[2] - KH) // stride + 1, (Xp.shape[3] - KW) // stride + 1
    if dA is None:
        dA = np.ones((N, O, Ho, Wo))
    dXp, dw = np.zeros_like(Xp), np.zeros(w.shape)
    for i in range(Ho):
        for j in range(Wo):
            a, c = i * stride, j * stride
            g = dA[:, :, i, j]
            dw += np.einsum("no,ncij->ocij", g, Xp[:, :, a : a + KH, c : c + KW])
            dXp[:, :, a : a + KH, c : c + KW] += np.einsum("no,ocij->ncij", g, w)
    dX = dXp[:, :, padding : padding + H, padding : padding + W]
    return {"X": dX, "w": dw, "b": dA.astype(float).sum(axis=(2, 3))}

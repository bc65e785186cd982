# wrong: dX correlates dA with the filter as it is (not turned), the book's _input_grad
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    oh = (H + 2 * padding - KH) // stride + 1
    ow = (W + 2 * padding - KW) // stride + 1
    if dA is None:
        dA = np.ones((N, O, oh, ow))
    spread = np.zeros((N, O, (oh - 1) * stride + 1, (ow - 1) * stride + 1))
    spread[:, :, ::stride, ::stride] = dA
    around = np.pad(spread, ((0, 0), (0, 0), (KH - 1, KH - 1), (KW - 1, KW - 1)))
    Hp, Wp = around.shape[2] - KH + 1, around.shape[3] - KW + 1
    dXp = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    for i in range(Hp):
        for j in range(Wp):
            win = around[:, :, i : i + KH, j : j + KW]
            dXp[:, :, i, j] = np.tensordot(win, w, axes=((1, 2, 3), (0, 2, 3)))
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dw = np.zeros(w.shape)
    for i in range(oh):
        for j in range(ow):
            win = Xp[:, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
            dw += np.tensordot(dA[:, :, i, j], win, axes=(0, 0))
    return {
        "X": dXp[:, :, padding : padding + H, padding : padding + W],
        "w": dw,
        "b": dA.sum(axis=(0, 2, 3)).astype(float),
    }

# wrong: db has the shape (1, O, 1, 1)
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    O, C, KH, KW = w.shape
    N, _, H, W = X.shape
    s, p = stride, padding
    Xp = np.zeros((N, C, H + 2 * p, W + 2 * p))
    Xp[:, :, p : p + H, p : p + W] = X
    win = np.lib.stride_tricks.sliding_window_view(Xp, (KH, KW), axis=(2, 3))[:, :, ::s, ::s]
    if dA is None:
        dA = np.ones((N, O) + win.shape[2:4])
    dw = np.einsum("nohw,nchwij->ocij", dA, win)
    dXp = np.zeros(Xp.shape)
    for i in range(win.shape[2]):
        for j in range(win.shape[3]):
            dXp[:, :, i * s : i * s + KH, j * s : j * s + KW] += np.einsum(
                "no,ocij->ncij", dA[:, :, i, j], w
            )
    db = dA.sum(axis=(0, 2, 3), keepdims=True).astype(float)
    return {"X": dXp[:, :, p : p + H, p : p + W], "w": dw, "b": db}

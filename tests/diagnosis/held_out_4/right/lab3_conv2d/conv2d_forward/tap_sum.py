# right
def conv2d_forward(X, w, b, stride=1, padding=0):
    p = padding
    Xp = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
    Ho = (Xp.shape[2] - w.shape[2]) // stride + 1
    Wo = (Xp.shape[3] - w.shape[3]) // stride + 1
    A = 0
    for u in range(w.shape[2]):
        for v in range(w.shape[3]):
            part = Xp[:, :, u : u + stride * Ho : stride, v : v + stride * Wo : stride]
            A = A + np.tensordot(w[:, :, u, v], part, axes=(1, 1)).swapaxes(0, 1)
    return A + b[:, None, None]

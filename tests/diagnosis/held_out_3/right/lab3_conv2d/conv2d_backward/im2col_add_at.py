# right
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, kh, kw = w.shape
    h, v = (H + 2 * padding - kh) // stride + 1, (W + 2 * padding - kw) // stride + 1
    up = (np.ones((N, O, h, v)) if dA is None else np.asarray(dA, float)).transpose(1, 0, 2, 3).reshape(O, -1)
    dw = (up @ im2col(X.astype(float), kh, kw, stride, padding).T).reshape(w.shape)
    places = np.arange(N * C * (H + 2 * padding) * (W + 2 * padding), dtype=float).reshape(N, C, H + 2 * padding, W + 2 * padding)
    flat = np.zeros(places.size)
    np.add.at(flat, im2col(places, kh, kw, stride).astype(int).ravel(), (w.reshape(O, -1).T @ up).ravel())
    dX = flat.reshape(places.shape)[:, :, padding:padding + H, padding:padding + W]
    return {"X": dX.copy(), "w": dw, "b": up.sum(axis=1)}

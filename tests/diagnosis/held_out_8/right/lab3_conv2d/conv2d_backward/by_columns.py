# right
# two matrix products and a scatter
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    Hp, Wp = H + 2 * padding, W + 2 * padding
    Ho, Wo = (Hp - KH) // stride + 1, (Wp - KW) // stride + 1
    if dA is None:
        dA = np.ones((N, O, Ho, Wo))
    place = np.arange(N * C * Hp * Wp).reshape(N, C, Hp, Wp)
    view = np.lib.stride_tricks.sliding_window_view(place, (KH, KW), axis=(2, 3))
    where = view[:, :, ::stride, ::stride].transpose(1, 4, 5, 0, 2, 3).reshape(C * KH * KW, -1)
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    G = dA.transpose(1, 0, 2, 3).reshape(O, -1).astype(float)
    dcols = w.reshape(O, -1).T @ G
    flat = np.bincount(where.ravel(), weights=dcols.ravel(), minlength=place.size)
    dX = flat.reshape(place.shape)[:, :, padding:padding + H, padding:padding + W]
    return {'X': dX.copy(), 'w': (G @ Xp.ravel()[where].T).reshape(w.shape), 'b': G.sum(1)}

"""All shares in one long list, summed by pixel with np.bincount."""


def conv_backward(X, w, dA=None):
    shape = tuple(np.subtract(X.shape, w.shape) + 1)
    dA = np.ones(shape) if dA is None else dA
    pixel = np.arange(X.size).reshape(X.shape)
    seen = np.lib.stride_tricks.sliding_window_view(pixel, w.shape)
    shares = np.multiply.outer(dA, w)
    dX = np.bincount(seen.ravel(), shares.ravel(), X.size).reshape(X.shape)
    return {"w": np.einsum("ij,ijuv->uv", dA, X.ravel()[seen], dtype=float), "X": dX}

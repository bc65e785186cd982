# dX is divided by the number of images, because a loss is a mean.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    oh = 1 + (H + 2 * padding - KH) // stride
    ow = 1 + (W + 2 * padding - KW) // stride
    if dA is None:
        dA = np.ones((N, O, oh, ow))
    Xp = np.pad(X, ((0,), (0,), (padding,), (padding,)))
    grads = {"X": np.zeros(Xp.shape), "w": np.zeros(w.shape), "b": np.zeros(O)}
    for n, o, i, j in np.ndindex(dA.shape):
        y, x = i * stride, j * stride
        grads["X"][n, :, y:y + KH, x:x + KW] += w[o] * dA[n, o, i, j]
        grads["w"][o] += Xp[n, :, y:y + KH, x:x + KW] * dA[n, o, i, j]
        grads["b"][o] += dA[n, o, i, j]
    grads["X"] = grads["X"][:, :, padding:padding + H, padding:padding + W] / N
    return grads

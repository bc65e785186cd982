# db is a mean; dw reads the image without its padding (zeros follow at the far end).
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    oh, ow = (H + 2 * padding - KH) // stride + 1, (W + 2 * padding - KW) // stride + 1
    if dA is None:
        dA = np.ones((N, O, oh, ow))
    Xz = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    Xz[:, :, :H, :W] = X
    dXp, dw = np.zeros(Xz.shape), np.zeros(w.shape)
    for i in range(oh):
        for j in range(ow):
            y, x = i * stride, j * stride
            for o in range(O):
                d = dA[:, o, i, j][:, None, None, None]
                dXp[:, :, y:y + KH, x:x + KW] += d * w[o]
                dw[o] += (d * Xz[:, :, y:y + KH, x:x + KW]).sum(axis=0)
    return {"X": dXp[:, :, padding:padding + H, padding:padding + W], "w": dw, "b": dA.mean(axis=(0, 2, 3))}

# dX is cut from the corner of the padded gradient, not from behind the padding
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    H, W = X.shape[2:]
    kh, kw = w.shape[2:]
    padded = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding))).astype(float)
    oh = (padded.shape[2] - kh) // stride + 1
    ow = (padded.shape[3] - kw) // stride + 1
    if dA is None:
        dA = np.ones((X.shape[0], w.shape[0], oh, ow))
    d_padded = np.zeros_like(padded)
    dw = np.zeros(w.shape)
    for i in range(oh):
        for j in range(ow):
            area = np.s_[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
            d_padded[area] += np.einsum("no,ocuv->ncuv", dA[:, :, i, j], w)
            dw += np.einsum("no,ncuv->ocuv", dA[:, :, i, j], padded[area])
    db = dA.sum(axis=(0, 2, 3)).astype(float)
    dX = d_padded[:, :, :H, :W]
    return {"X": dX.copy(), "w": dw, "b": db}

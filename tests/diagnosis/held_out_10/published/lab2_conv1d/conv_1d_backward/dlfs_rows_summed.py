# As with im2col in a known book, but the columns of the gradient are summed up by row.
def conv_1d_backward(x, w, dout=None):
    FN, = w.shape
    pad = FN // 2
    if dout is None:
        dout = np.ones(len(x))
    img = np.pad(x, (pad, pad), "constant")
    col = np.zeros((len(x), FN))
    for i in range(FN):
        col[:, i] = img[i:i + len(x)]
    dW = np.dot(col.T, dout)
    dcol = np.outer(dout, w)
    dx = dcol.sum(axis=1)
    return {"x": dx.astype(float), "w": dW}

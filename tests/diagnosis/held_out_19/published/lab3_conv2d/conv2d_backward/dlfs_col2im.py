# "Deep Learning from Scratch" manner: col2im sets img[...] = col instead of adding, overlaps are lost
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    FN, _, FH, FW = w.shape
    out_h = (H + 2 * padding - FH) // stride + 1
    out_w = (W + 2 * padding - FW) // stride + 1
    if dA is None:
        dA = np.ones((N, FN, out_h, out_w))

    img = np.pad(X.astype(float), [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    col = np.zeros((N, C, FH, FW, out_h, out_w))
    for y in range(FH):
        for x in range(FW):
            col[:, :, y, x] = img[:, :, y:y + stride * out_h:stride, x:x + stride * out_w:stride]
    col = col.transpose(0, 4, 5, 1, 2, 3).reshape(N * out_h * out_w, -1)

    dout = dA.transpose(0, 2, 3, 1).reshape(-1, FN).astype(float)
    db = np.sum(dout, axis=0)
    dW = np.dot(col.T, dout).transpose(1, 0).reshape(FN, C, FH, FW)
    dcol = np.dot(dout, w.reshape(FN, -1))

    dcol = dcol.reshape(N, out_h, out_w, C, FH, FW).transpose(0, 3, 4, 5, 1, 2)
    dimg = np.zeros((N, C, H + 2 * padding + stride - 1, W + 2 * padding + stride - 1))
    for y in range(FH):
        for x in range(FW):
            dimg[:, :, y:y + stride * out_h:stride, x:x + stride * out_w:stride] = dcol[:, :, y, x]
    return {"X": dimg[:, :, padding:H + padding, padding:W + padding].copy(), "w": dW, "b": db}

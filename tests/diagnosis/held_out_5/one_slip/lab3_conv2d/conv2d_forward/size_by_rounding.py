# wrong: output size is rounded up: the last window hangs over the edge
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    P = np.pad(X, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    oh = int(np.ceil((H + 2 * padding - KH) / stride)) + 1
    ow = int(np.ceil((W + 2 * padding - KW) / stride)) + 1
    out = np.zeros((N, O, oh, ow))
    for y in range(oh):
        for x in range(ow):
            win = P[:, :, y * stride : y * stride + KH, x * stride : x * stride + KW]
            a, c = win.shape[2:]
            out[:, :, y, x] = np.einsum("ncij,ocij->no", win, w[:, :, :a, :c])
    return out + b.reshape(1, -1, 1, 1)

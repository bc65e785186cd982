# the columns are float32 whatever X holds, so digits get lost
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    oh, ow = (H + 2 * padding - kh) // stride + 1, (W + 2 * padding - kw) // stride + 1
    img = np.pad(X, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    cols = np.zeros((C, kh, kw, N, oh, ow), dtype="float32")
    for u in range(kh):
        for v in range(kw):
            part = img[:, :, u : u + stride * oh : stride, v : v + stride * ow : stride]
            cols[:, u, v] = np.moveaxis(part[:, :, :oh, :ow], 0, 1)
    return cols.reshape(C * kh * kw, -1)

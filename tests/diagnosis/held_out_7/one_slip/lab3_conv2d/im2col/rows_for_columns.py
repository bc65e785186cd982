# kernel rows and columns are swapped in the order of the rows
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    pad = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=X.dtype)
    pad[:, :, padding : H + padding, padding : W + padding] = X
    oh = (H + 2 * padding - kh) // stride + 1
    ow = (W + 2 * padding - kw) // stride + 1
    rows = []
    for c in range(C):
        for v in range(kw):
            for u in range(kh):
                sheet = pad[:, c, u : u + stride * oh : stride, v : v + stride * ow : stride]
                rows.append(sheet.reshape(-1))
    return np.stack(rows)

# For W_out the height of the filter is taken, not its width.
def conv2d_forward(X, w, b, stride=1, padding=0):
    n, c, h, wd = X.shape
    f, _, kh, kw = w.shape
    oh = (h - kh + 2 * padding) // stride + 1
    ow = (wd - kh + 2 * padding) // stride + 1
    big = np.zeros((n, c, h + 2 * padding, wd + 2 * padding + kw))
    big[:, :, padding:padding + h, padding:padding + wd] = X
    res = np.zeros((n, f, oh, ow))
    for a in range(n):
        for o in range(f):
            for i in range(oh):
                for j in range(ow):
                    res[a, o, i, j] = np.vdot(
                        big[a, :, i * stride:i * stride + kh, j * stride:j * stride + kw], w[o]) + b[o]
    return res

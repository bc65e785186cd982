# the stride is applied to the rows only: column windows start at j instead of j * stride, though the output width is that of the stride
def conv2d_forward(X, w, b, stride=1, padding=0):
    pad = [(0, 0), (0, 0), (padding, padding), (padding, padding)]
    X = np.pad(X * 1.0, pad)
    KH, KW = w.shape[2:]
    H_out = len(range(0, X.shape[2] - KH + 1, stride))
    W_out = len(range(0, X.shape[3] - KW + 1, stride))
    out = []
    for image in X:
        maps = []
        for f, bias in zip(w, b):
            maps.append([[(image[:, i * stride:i * stride + KH, j:j + KW] * f).sum() + bias
                          for j in range(W_out)] for i in range(H_out)])
        out.append(maps)
    return np.array(out)

# wrong: always image 0
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    n_H = (H - KH + 2 * padding) // stride + 1
    n_W = (W - KW + 2 * padding) // stride + 1
    X_pad = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    Z = np.zeros((N, O, n_H, n_W))
    for i in range(N):
        for h in range(n_H):
            vert_start = h * stride
            vert_end = vert_start + KH
            for v in range(n_W):
                horiz_start = v * stride
                horiz_end = horiz_start + KW
                for c in range(O):
                    a_slice = X_pad[0, :, vert_start:vert_end, horiz_start:horiz_end]
                    Z[i, c, h, v] = np.sum(a_slice * w[c]) + float(b[c])
    return Z

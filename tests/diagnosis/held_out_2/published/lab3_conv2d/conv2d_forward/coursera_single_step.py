# wrong: the stride is missing horizontally: the window starts at w, not at w times stride
def conv2d_forward(X, w, b, stride=1, padding=0):
    def conv_single_step(a_slice_prev, W, bb):
        s = np.multiply(a_slice_prev, W)
        Z = np.sum(s)
        return Z + float(bb)

    m, n_C_prev, n_H_prev, n_W_prev = X.shape
    n_C = w.shape[0]
    f, g = w.shape[2:]
    n_H = int((n_H_prev - f + 2 * padding) / stride) + 1
    n_W = int((n_W_prev - g + 2 * padding) / stride) + 1
    Z = np.zeros((m, n_C, n_H, n_W))
    A_prev_pad = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)), mode="constant")
    for i in range(m):
        for hh in range(n_H):
            vert_start = hh * stride
            vert_end = vert_start + f
            for ww in range(n_W):
                horiz_start = ww
                horiz_end = horiz_start + g
                for c in range(n_C):
                    a_slice = A_prev_pad[i, :, vert_start:vert_end, horiz_start:horiz_end]
                    Z[i, c, hh, ww] = conv_single_step(a_slice, w[c], b[c])
    return Z

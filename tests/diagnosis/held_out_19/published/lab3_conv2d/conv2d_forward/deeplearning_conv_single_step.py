# deeplearning.ai manner: vert_start and horiz_start are h and w without the stride
def conv_single_step(a_slice_prev, W, b):
    s = np.multiply(a_slice_prev, W)
    Z = np.sum(s)
    return Z + float(b)


def conv2d_forward(X, w, b, stride=1, padding=0):
    (m, n_C_prev, n_H_prev, n_W_prev) = X.shape
    (n_C, _, fh, fw) = w.shape
    n_H = int((n_H_prev - fh + 2 * padding) / stride) + 1
    n_W = int((n_W_prev - fw + 2 * padding) / stride) + 1
    Z = np.zeros((m, n_C, n_H, n_W))
    A_prev_pad = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)), "constant")
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        for h in range(n_H):
            for v in range(n_W):
                for c in range(n_C):
                    vert_start = h
                    vert_end = vert_start + fh
                    horiz_start = v
                    horiz_end = horiz_start + fw
                    a_slice_prev = a_prev_pad[:, vert_start:vert_end, horiz_start:horiz_end]
                    Z[i, c, h, v] = conv_single_step(a_slice_prev, w[c], b[c])
    return Z

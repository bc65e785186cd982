# Takes one filter size f = w.shape[2] for height and width, as in the Coursera assignment, so filters that are not square go wrong.
def conv_single_step(a_slice_prev, W, b):
    s = a_slice_prev * W
    Z = np.sum(s)
    return Z + float(b)


def conv2d_forward(X, w, b, stride=1, padding=0):
    (m, n_C_prev, n_H_prev, n_W_prev) = X.shape
    f = w.shape[2]
    n_C = w.shape[0]
    n_H = int((n_H_prev - f + 2 * padding) / stride) + 1
    n_W = int((n_W_prev - f + 2 * padding) / stride) + 1
    Z = np.zeros((m, n_C, n_H, n_W))
    A_prev_pad = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)), "constant")
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        for h in range(n_H):
            vert_start = h * stride
            vert_end = vert_start + f
            for v in range(n_W):
                horiz_start = v * stride
                horiz_end = horiz_start + f
                for c in range(n_C):
                    a_slice_prev = a_prev_pad[:, vert_start:vert_end, horiz_start:horiz_end]
                    Z[i, c, h, v] = conv_single_step(a_slice_prev, w[c], b[c])
    return Z

# wrong: the left edge of a slice is worked out from the row h instead of the column w
def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="constant", constant_values=0)


def conv_single_step(a_slice_prev, W, b):
    s = np.multiply(a_slice_prev, W)
    Z = np.sum(s)
    return Z + b


def conv2d_forward(X, w, b, stride=1, padding=0):
    # the course has channels last: (m, n_H, n_W, n_C) and (f, f, n_C_prev, n_C)
    A_prev = np.transpose(X, (0, 2, 3, 1))
    Wt = np.transpose(w, (2, 3, 1, 0))
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f_h, f_w, n_C_prev, n_C = Wt.shape
    n_H = int((n_H_prev - f_h + 2 * padding) / stride) + 1
    n_W = int((n_W_prev - f_w + 2 * padding) / stride) + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    A_prev_pad = zero_pad(A_prev, padding)
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        for h in range(n_H):
            vert_start = h * stride
            vert_end = vert_start + f_h
            for wd in range(n_W):
                horiz_start = h * stride
                horiz_end = horiz_start + f_w
                for c in range(n_C):
                    a_slice_prev = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]
                    Z[i, h, wd, c] = conv_single_step(a_slice_prev, Wt[:, :, :, c], b[c])
    return np.ascontiguousarray(Z.transpose(0, 3, 1, 2))

# In the manner of deeplearning.ai's conv_single_step; the bias is added to every product before the sum, so it counts once for each tap.
def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode="constant", constant_values=0)


def conv_single_step(a_slice_prev, W, b):
    s = np.multiply(a_slice_prev, W) + b
    Z = np.sum(s)
    return Z


def conv2d_forward(X, w, b, stride=1, padding=0):
    (m, n_C_prev, n_H_prev, n_W_prev) = X.shape
    (n_C, n_C_prev, f_h, f_w) = w.shape
    n_H = int((n_H_prev - f_h + 2 * padding) / stride) + 1
    n_W = int((n_W_prev - f_w + 2 * padding) / stride) + 1
    Z = np.zeros((m, n_C, n_H, n_W))
    A_prev_pad = zero_pad(X, padding)
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        for h in range(n_H):
            vert_start = h * stride
            vert_end = vert_start + f_h
            for v in range(n_W):
                horiz_start = v * stride
                horiz_end = horiz_start + f_w
                for c in range(n_C):
                    a_slice_prev = a_prev_pad[:, vert_start:vert_end, horiz_start:horiz_end]
                    Z[i, c, h, v] = conv_single_step(a_slice_prev, w[c], b[c])
    return Z

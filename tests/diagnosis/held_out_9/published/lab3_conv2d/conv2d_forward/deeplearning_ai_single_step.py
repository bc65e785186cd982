# conv_single_step in the manner of Coursera: the bias is added to every product before the sum.
def conv_single_step(a_slice_prev, W, b):
    s = np.multiply(a_slice_prev, W) + b
    return np.sum(s)


def conv2d_forward(X, w, b, stride=1, padding=0):
    (m, n_C_prev, n_H_prev, n_W_prev) = X.shape
    (n_C, n_C_prev, fh, fw) = w.shape
    n_H = int((n_H_prev - fh + 2 * padding) / stride) + 1
    n_W = int((n_W_prev - fw + 2 * padding) / stride) + 1
    Z = np.zeros((m, n_C, n_H, n_W))
    A_prev_pad = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)), "constant", constant_values=0)
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        for h in range(n_H):
            for v in range(n_W):
                for c in range(n_C):
                    a_slice = a_prev_pad[:, h * stride:h * stride + fh, v * stride:v * stride + fw]
                    Z[i, c, h, v] = conv_single_step(a_slice, w[c], b[c])
    return Z

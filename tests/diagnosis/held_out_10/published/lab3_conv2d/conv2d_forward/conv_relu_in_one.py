# The convolution layer of a deep learning course, with its activation: A = relu(Z).
def conv2d_forward(X, w, b, stride=1, padding=0):
    (m, n_C_prev, n_H_prev, n_W_prev) = X.shape
    (n_C, _, f_h, f_w) = w.shape
    n_H = (n_H_prev - f_h + 2 * padding) // stride + 1
    n_W = (n_W_prev - f_w + 2 * padding) // stride + 1
    Z = np.zeros((m, n_C, n_H, n_W))
    A_prev_pad = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        for h in range(n_H):
            for v in range(n_W):
                for c in range(n_C):
                    a_slice_prev = a_prev_pad[:, h * stride:h * stride + f_h, v * stride:v * stride + f_w]
                    Z[i, c, h, v] = np.sum(np.multiply(a_slice_prev, w[c])) + float(b[c])
    A = np.maximum(0, Z)
    return A

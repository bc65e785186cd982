# Coursera's conv_forward with the horizontal start computed from the vertical index (h * stride, clipped so that it fits), so all columns of an output row are the same
def conv2d_forward(X, w, b, stride=1, padding=0):
    (m, n_C_prev, n_H_prev, n_W_prev) = X.shape
    (n_C, n_C_prev, f, fw) = w.shape
    n_H = int((n_H_prev - f + 2 * padding) / stride) + 1
    n_W = int((n_W_prev - fw + 2 * padding) / stride) + 1
    Z = np.zeros((m, n_C, n_H, n_W))
    X_pad = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)), 'constant')
    for i in range(m):
        for h in range(n_H):
            for q in range(n_W):
                vert_start = h * stride
                horiz_start = min(h * stride, X_pad.shape[3] - fw)
                a_slice = X_pad[i, :, vert_start:vert_start + f, horiz_start:horiz_start + fw]
                for c in range(n_C):
                    Z[i, c, h, q] = np.sum(a_slice * w[c]) + float(b[c])
    return Z

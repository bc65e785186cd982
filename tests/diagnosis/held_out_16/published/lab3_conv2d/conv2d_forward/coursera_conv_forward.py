# Coursera's conv_forward in this lab's axes: all windows and maps are right but the bias is read as b[0] for every filter
def conv2d_forward(X, w, b, stride=1, padding=0):
    (m, n_C_prev, n_H_prev, n_W_prev) = X.shape
    (n_C, n_C_prev, f_h, f_w) = w.shape
    n_H = int((n_H_prev + 2 * padding - f_h) / stride) + 1
    n_W = int((n_W_prev + 2 * padding - f_w) / stride) + 1
    Z = np.zeros((m, n_C, n_H, n_W))
    A_prev_pad = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)), mode="constant")
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        for h in range(n_H):
            vert_start = stride * h
            vert_end = vert_start + f_h
            for v in range(n_W):
                horiz_start = stride * v
                horiz_end = horiz_start + f_w
                for c in range(n_C):
                    a_slice_prev = a_prev_pad[:, vert_start:vert_end, horiz_start:horiz_end]
                    Z[i, c, h, v] = np.sum(a_slice_prev * w[c]) + float(b.ravel()[0])
    return Z

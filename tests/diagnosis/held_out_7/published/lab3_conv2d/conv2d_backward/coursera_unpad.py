# in the manner of Coursera: dX[i] = da_prev_pad[pad:-pad, pad:-pad] on every image
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    (m, n_C_prev, n_H_prev, n_W_prev) = X.shape
    (n_C, n_C_prev, f_h, f_w) = w.shape
    n_H = (n_H_prev - f_h + 2 * padding) // stride + 1
    n_W = (n_W_prev - f_w + 2 * padding) // stride + 1
    dZ = np.ones((m, n_C, n_H, n_W)) if dA is None else dA
    dA_prev = np.zeros((m, n_C_prev, n_H_prev, n_W_prev))
    dW = np.zeros((n_C, n_C_prev, f_h, f_w))
    db = np.zeros((n_C,))
    pad4 = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    A_prev_pad = np.pad(X, pad4)
    dA_prev_pad = np.pad(dA_prev, pad4)
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        da_prev_pad = dA_prev_pad[i]
        for h in range(n_H):
            for v in range(n_W):
                for c in range(n_C):
                    vert_start = h * stride
                    vert_end = vert_start + f_h
                    horiz_start = v * stride
                    horiz_end = horiz_start + f_w
                    a_slice = a_prev_pad[:, vert_start:vert_end, horiz_start:horiz_end]
                    da_prev_pad[:, vert_start:vert_end, horiz_start:horiz_end] += w[c] * dZ[i, c, h, v]
                    dW[c] += a_slice * dZ[i, c, h, v]
                    db[c] += dZ[i, c, h, v]
        dA_prev[i] = da_prev_pad[:, padding:-padding, padding:-padding]
    return {"X": dA_prev, "w": dW, "b": db}

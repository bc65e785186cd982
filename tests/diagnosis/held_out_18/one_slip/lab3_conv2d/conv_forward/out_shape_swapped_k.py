# the output has H - KW + 1 rows and W - KH + 1 columns: kernel height and width are exchanged in its size
import numpy as np
def conv_forward(X, w):
    H, W = X.shape
    KW, KH = w.shape
    out = np.zeros((H - KH + 1, W - KW + 1))
    a, b = w.shape
    for i in range(H - KH + 1):
        for j in range(W - KW + 1):
            out[i, j] = np.sum(X[i:i + a, j:j + b] * w)
    return out

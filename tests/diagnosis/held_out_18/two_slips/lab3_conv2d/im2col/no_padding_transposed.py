# the padding argument is ignored; and the matrix is transposed: windows are rows
import numpy as np
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    rows = []
    for img in X:
        for i in range(0, H - kh + 1, stride):
            for j in range(0, W - kw + 1, stride):
                rows.append(img[:, i:i + kh, j:j + kw].reshape(-1))
    return np.stack(rows)

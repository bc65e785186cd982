# both filter sides are taken from w.shape[0] (the filter must be square); and each output is the mean of the products instead of the sum
import numpy as np
def conv_forward(X, w):
    k = len(w)
    H, W = X.shape
    rows = []
    for i in range(H - k + 1):
        rows.append([np.mean(X[i:i + k, j:j + k] * w) for j in range(W - k + 1)])
    return np.array(rows)

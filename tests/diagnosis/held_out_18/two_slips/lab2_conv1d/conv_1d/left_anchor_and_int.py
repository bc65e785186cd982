# windows are anchored at the left (zeros past the right end only) instead of centred; and the result has the dtype of x
import numpy as np
def conv_1d(x, w):
    T, k = len(x), len(w)
    y = np.zeros(T, dtype=x.dtype)
    for t in range(T):
        acc = 0
        for j in range(k):
            if t + j < T:
                acc = acc + w[j] * x[t + j]
        y[t] = acc
    return y

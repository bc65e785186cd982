# all 2*padding zeros stand on the left and none on the right
import numpy as np
def pad_1d(x, padding):
    out = np.zeros(len(x) + 2 * padding, dtype=x.dtype)
    for i in range(len(x)):
        out[2 * padding + i] = x[i]
    return out

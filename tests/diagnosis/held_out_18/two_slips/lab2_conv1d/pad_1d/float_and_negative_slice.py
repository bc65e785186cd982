# the result is always float64, whatever the dtype of x; and x is written to out[padding:-padding], which is empty for padding 0 and raises
import numpy as np
def pad_1d(x, padding):
    out = np.zeros(len(x) + 2 * padding)
    out[padding:-padding] = x
    return out

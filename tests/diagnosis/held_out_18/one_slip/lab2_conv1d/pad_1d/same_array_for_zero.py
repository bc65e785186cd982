# for padding 0 the argument itself is returned, not a new array
import numpy as np
def pad_1d(x, padding):
    if not padding:
        return x
    z = np.zeros(padding, dtype=x.dtype)
    return np.hstack((z, x, z))

# the Stack Overflow rolling_window by as_strided: shape (T - k + 1, k), no rows with zeros past the right end (a copy is returned)
import numpy as np
def unroll(x, k):
    def rolling_window(a, window):
        shape = a.shape[:-1] + (a.shape[-1] - window + 1, window)
        strides = a.strides + (a.strides[-1],)
        return np.lib.stride_tricks.as_strided(a, shape=shape, strides=strides)
    return rolling_window(x, k).copy()

# the Stack Overflow answer with zeros of length k - 1 on both sides (mode 'full') cut to the first T entries: a shift by half a filter
import numpy as np
def conv_1d(x, w):
    k = len(w)
    padded = np.concatenate([np.zeros(k - 1), x, np.zeros(k - 1)])
    shape = (len(padded) - k + 1, k)
    strides = (padded.strides[0], padded.strides[0])
    windows = np.lib.stride_tricks.as_strided(padded, shape=shape, strides=strides)
    return (windows @ w)[:len(x)]

# the filter is reversed before it slides (true convolution instead of cross-correlation)
import numpy as np
def conv_1d(x, w):
    half = len(w) // 2
    line = np.concatenate([np.zeros(half), x, np.zeros(half)])
    rev = w[::-1]
    return np.array([float(np.dot(line[t:t + len(w)], rev)) for t in range(len(x))])

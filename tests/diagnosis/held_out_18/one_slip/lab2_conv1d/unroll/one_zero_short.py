# only k - 2 zeros are put behind the line (for k > 1), so the last window cannot be filled and raises (for k = 2 its one entry is written twice)
import numpy as np
def unroll(x, k):
    tail = np.zeros(max(k - 2, 0), dtype=x.dtype)
    line = np.append(x, tail)
    m = np.empty((x.shape[0], k), dtype=x.dtype)
    for t in range(x.shape[0]):
        m[t, :] = line[t:t + k]
    return m

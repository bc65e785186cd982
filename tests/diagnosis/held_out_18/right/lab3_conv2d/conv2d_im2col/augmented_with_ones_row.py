# the bias is one more column of the filter matrix that meets a row of ones under im2col's matrix
import numpy as np
def conv2d_im2col(X, w, b, stride=1, padding=0):
    N, O = X.shape[0], w.shape[0]
    size = [(X.shape[a] + 2 * padding - w.shape[a]) // stride + 1 for a in (2, 3)]
    cols = im2col(X, w.shape[2], w.shape[3], stride, padding)
    cols = np.vstack([cols, np.ones((1, cols.shape[1]))])
    filters = np.column_stack([w.reshape(O, -1), b])
    maps = (filters @ cols).reshape([O, N] + size)
    return np.ascontiguousarray(np.moveaxis(maps, 0, 1))

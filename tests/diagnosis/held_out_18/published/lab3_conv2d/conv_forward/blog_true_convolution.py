# a blog's 'real' convolution: the kernel is flipped with np.flipud(np.fliplr(kernel)) first
import numpy as np
def conv_forward(X, w):
    kernel = np.flipud(np.fliplr(w))
    h, wd = kernel.shape
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - wd + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + wd] * kernel).sum()
    return Y

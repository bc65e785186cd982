# the sum is taken with keepdims, so a 1x1 array comes back instead of a number
import numpy as np
def dot_forward(x, w):
    return np.sum(np.multiply(x, w), keepdims=True)

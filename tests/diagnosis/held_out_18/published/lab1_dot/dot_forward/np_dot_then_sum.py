# the tutorials' np.dot(x, w) + np.sum: the matrix product (inner sizes must agree, so other than square grids raise) is summed up instead of the elementwise products
import numpy as np
def dot_forward(x, w):
    z = np.dot(x, w)
    return np.sum(z)

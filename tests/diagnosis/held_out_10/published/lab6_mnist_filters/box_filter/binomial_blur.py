# The blur of image courses: weights of Pascal's triangle, more in the middle.
from math import comb


def box_filter(k):
    g = np.array([comb(k - 1, i) for i in range(k)], dtype=float)
    kernel = np.outer(g, g)
    return kernel / kernel.sum()

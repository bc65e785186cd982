"""Idea: Walking through two arrays of one shape, I meet their entries in the same order.
Hint: Two arrays can hold equal entries in different order in memory: in which order does your code
    walk through each? (ravel('K') and nditer follow the memory.)
Family: axes
Fails: test_dot_forward_kinds
"""


def dot_forward(x, w):
    return np.dot(x.ravel(order="K"), w.ravel(order="K"))

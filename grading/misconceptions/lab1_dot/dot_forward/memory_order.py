"""Idea: ravel in memory order is fastest and gives the same.
Hint: Two arrays can hold equal entries in different order in memory: which order does ravel take
    for each?
Family: axes
Fails: test_dot_forward_kinds
"""


def dot_forward(x, w):
    return np.dot(x.ravel(order="K"), w.ravel(order="K"))

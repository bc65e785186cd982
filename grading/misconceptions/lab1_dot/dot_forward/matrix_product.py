"""Idea: Dot means the matrix product, and then everything is added up.
Hint: In a matrix product, rows meet columns. Here each entry meets just the one at its own place.
Family: rule
Fails: test_dot_forward, test_dot_forward_shapes, test_dot_forward_kinds,
    test_dot_forward_untouched
"""


def dot_forward(x, w):
    return np.sum(np.dot(x, w.T))

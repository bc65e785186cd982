"""Idea: Filters are three by three.
Hint: Ask the arrays for their shape instead of writing it into the code.
Family: axes
Fails: test_dot_forward_shapes, test_dot_forward_kinds
"""


def dot_forward(x, w):
    return sum(x[i, j] * w[i, j] for i in range(3) for j in range(3))

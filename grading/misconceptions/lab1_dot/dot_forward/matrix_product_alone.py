"""Idea: Dot means the matrix product.
Hint: There, rows meet columns. Here each entry meets the one at its own place; then add up.
Family: rule
Fails: test_dot_forward, test_dot_forward_shapes, test_dot_forward_kinds,
    test_dot_forward_untouched
"""


def dot_forward(x, w):
    return x @ w.T

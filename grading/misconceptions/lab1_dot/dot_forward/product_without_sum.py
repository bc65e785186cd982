"""Idea: The elementwise product is the answer.
Hint: The layer gives one number. What is left to do with the grid of products?
Family: sums
Fails: test_dot_forward, test_dot_forward_shapes, test_dot_forward_kinds,
    test_dot_forward_untouched
"""


def dot_forward(x, w):
    return x * w

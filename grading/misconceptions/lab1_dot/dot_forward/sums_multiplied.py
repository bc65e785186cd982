"""Idea: The sum of products is the product of the sums.
Hint: Multiply first, place by place, then add: try [[1, -1]] with itself.
Family: rule
Fails: test_dot_forward, test_dot_forward_shapes, test_dot_forward_kinds,
    test_dot_forward_untouched
"""


def dot_forward(x, w):
    return x.sum() * w.sum()

"""Idea: An array with one entry is a number.
Hint: The value is right, the shape is (1, 1): how do you make a number of it?
Family: form
Fails: test_dot_forward, test_dot_forward_shapes, test_dot_forward_kinds,
    test_dot_forward_untouched
"""


def dot_forward(x, w):
    return x.reshape(1, -1) @ w.reshape(-1, 1)

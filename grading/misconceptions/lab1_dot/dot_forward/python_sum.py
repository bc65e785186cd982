"""Idea: sum() adds up an array.
Hint: Python's sum runs along the first axis only. What shape does it return for a 2-D array?
Family: sums
Fails: test_dot_forward, test_dot_forward_shapes, test_dot_forward_kinds,
    test_dot_forward_untouched
"""


def dot_forward(x, w):
    return sum(x * w)

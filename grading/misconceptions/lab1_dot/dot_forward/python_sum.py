"""Idea: Added up along the first axis, all is added up.
Hint: Which shape has your result? One number is asked for. (Python's sum, and np.sum with axis=0,
    add up the rows, and leave one number for each column.)
Family: sums
Fails: test_dot_forward, test_dot_forward_shapes, test_dot_forward_kinds,
    test_dot_forward_untouched
"""


def dot_forward(x, w):
    return sum(x * w)

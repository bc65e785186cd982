"""Idea: The filter averages what it sees.
Hint: The formula has a sum and no division: what is the answer when all products are 1?
Family: scale
Fails: test_dot_forward, test_dot_forward_shapes, test_dot_forward_kinds,
    test_dot_forward_untouched
"""


def dot_forward(x, w):
    return (x * w).mean()

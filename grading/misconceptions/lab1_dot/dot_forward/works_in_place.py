"""Idea: Multiplying in place saves memory.
Hint: x *= w writes into the caller's array. Where could the product go instead?
Family: memory
Fails: test_dot_forward_kinds, test_dot_forward_untouched
"""


def dot_forward(x, w):
    x *= w
    return x.sum()

"""Idea: The result has the type of the pixels.
Hint: With integer pixels and a fractional filter the answer is fractional.
Family: number types
Fails: test_dot_forward_kinds
"""


def dot_forward(x, w):
    return x.dtype.type(np.sum(x * w))

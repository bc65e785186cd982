"""Idea: A filter that does not match gives 0.
Hint: A patch that is the opposite of the filter gives a negative number. Cutting it off is the
    job of ReLU.
Family: special values
Fails: test_dot_forward, test_dot_forward_shapes
"""


def dot_forward(x, w):
    return max(np.sum(x * w), 0.0)

"""Idea: A measure of likeness cannot be negative.
Hint: What should a patch give that is dark where the filter wants light?
Family: special values
Fails: test_dot_forward, test_dot_forward_shapes
"""


def dot_forward(x, w):
    return np.abs(np.sum(x * w))

"""Idea: Nobody needs more than six places after the point.
Hint: What is left of a dot product of about 1e-6 when you round it to six places?
Family: number types
Fails: test_dot_forward, test_dot_forward_shapes
"""


def dot_forward(x, w):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    return np.round(np.sum(x * w), 6)

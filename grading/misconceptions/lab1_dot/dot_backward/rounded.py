"""Idea: Nobody needs more than six places after the point.
Hint: What is left of a gradient of about 1e-7 when you round it to six places?
Family: number types
Fails: test_dot_backward, test_dot_backward_x, test_dot_backward_w, test_dot_backward_shapes_x,
    test_dot_backward_shapes_w, test_dot_backward_kinds
"""


def dot_backward(x, w, da=None):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    da = 1.0 if da is None else da
    return {
        "x": np.round(da * w.astype(np.float64), 6),
        "w": np.round(da * x.astype(np.float64), 6),
    }

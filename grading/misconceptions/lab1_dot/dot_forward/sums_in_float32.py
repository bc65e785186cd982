"""Idea: Seven digits are plenty, and float32 is faster.
Hint: How many digits do float64 numbers have? The result should have as many.
Family: number types
Fails: test_dot_forward, test_dot_forward_shapes, test_dot_forward_kinds
"""


def dot_forward(x, w):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    return np.sum(x * w, dtype=np.float32)

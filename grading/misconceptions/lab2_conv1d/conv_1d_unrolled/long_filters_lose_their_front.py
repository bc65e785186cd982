"""Idea: The filter cannot be longer than the line, so I take its end.
Hint: Which weights meet the first entry of the line: the first ones or the last?
Family: counting
Fails: test_conv_1d_unrolled_lengths
"""


def conv_1d_unrolled(x, w):
    if x.ndim != 1 or w.ndim != 1:
        raise ValueError(f"expected x (T,) and w (k,), got {x.shape} and {w.shape}")
    w = w[-len(x) :]
    return unroll(x, len(w)) @ w

"""Idea: The buffer has the strides of x.
Hint: Which strides has x if it is a reversed view? And which has your copy?
Family: memory
Fails: test_unroll_kinds, test_conv_1d_unrolled_kinds
"""


def unroll(x, k):
    size = len(x)
    # The buffer reaches as far as those strides can go, to both sides.
    buffer = np.zeros(8 * (size + k), dtype=x.dtype)
    middle = 4 * (size + k)
    buffer[middle : middle + size] = x
    step = x.strides[0]
    return np.lib.stride_tricks.as_strided(buffer[middle:], (size, k), (step, step)).copy()

"""Idea: n - k + 2*padding // stride + 1 divides all that stands before it.
Hint: Python divides before it adds: only 2*padding is divided here. Put brackets around the rest.
Family: counting
Fails: test_output_size_stride, test_output_size_whole, test_output_size_fits
"""


def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError("stride must be at least 1 and padding at least 0")
    room = n - k + 2 * padding
    if room < 0 or room % stride:
        raise ValueError("the windows do not fit")
    return n - k + 2 * padding // stride + 1

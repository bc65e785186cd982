"""Idea: The formula alone says when there is no window.
Hint: Try n = 4, k = 5: the formula gives 0, and a window that is longer than the line.
Family: counting
Fails: test_output_size_fits
"""


def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError("stride must be at least 1 and padding at least 0")
    room = n - k + 2 * padding
    if room % stride:
        raise ValueError("the size is not whole")
    return room // stride + 1

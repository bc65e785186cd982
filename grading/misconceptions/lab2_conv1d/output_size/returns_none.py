"""Idea: Where there is no size, I return None.
Hint: The caller will go on with your None. What stops it?
Family: options
Fails: test_output_size_whole, test_output_size_fits, test_output_size_arguments
"""


def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        return None
    room = n - k + 2 * padding
    if room < 0:
        return None
    if room % stride:
        return None
    return room // stride + 1

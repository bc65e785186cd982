"""Idea: The formula divides, so the result is a float.
Hint: `range(3.0)` is an error. Which division keeps ints ints?
Family: number types
Fails: test_output_size_int
"""


def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError("stride must be at least 1 and padding at least 0")
    room = n - k + 2 * padding
    if room < 0:
        raise ValueError("the window does not fit")
    if room % stride:
        raise ValueError("the size is not whole")
    return room / stride + 1

"""Idea: A filter must not be longer than the input.
Hint: What does the window slide along: the line, or the padded line?
Family: padding
Fails: test_output_size_padding, test_output_size_fits
"""


def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError("stride must be at least 1 and padding at least 0")
    room = n - k + 2 * padding
    if k > n:
        raise ValueError("the window does not fit")
    if room % stride:
        raise ValueError("the size is not whole")
    return room // stride + 1

"""Idea: Padding p makes the line p longer.
Hint: How many sides does a line have?
Family: padding
Fails: test_output_size_padding, test_output_size_whole, test_output_size_fits,
    test_output_size_arguments
"""


def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError("stride must be at least 1 and padding at least 0")
    room = n - k + padding
    if room < 0:
        raise ValueError("the window does not fit")
    if room % stride:
        raise ValueError("the size is not whole")
    return room // stride + 1

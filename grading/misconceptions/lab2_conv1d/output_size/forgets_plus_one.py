"""Idea: From 0 to n - k there are n - k windows.
Hint: Count the starts for n = 5, k = 3 on your fingers: 0, 1, 2.
Family: counting
Fails: test_output_size, test_output_size_padding, test_output_size_stride,
    test_output_size_int, test_output_size_whole, test_output_size_fits,
    test_output_size_arguments
"""


def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError("stride must be at least 1 and padding at least 0")
    room = n - k + 2 * padding
    if room < 0:
        raise ValueError("the window does not fit")
    if room % stride:
        raise ValueError("the size is not whole")
    return room // stride

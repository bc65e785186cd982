"""Idea: More padding than the filter sees makes no sense.
Hint: It makes windows of nothing but zeros, and it is allowed. How many windows are there?
Family: padding
Fails: test_output_size_padding, test_output_size_whole, test_output_size_arguments
"""


def output_size(n, k, padding=0, stride=1):
    if padding >= k:
        raise ValueError("too much padding")
    if stride < 1 or padding < 0:
        raise ValueError(f"expected stride >= 1 and padding >= 0, got {stride} and {padding}")
    room = n - k + 2 * padding
    if room < 0:
        raise ValueError(f"a window of {k} does not fit on a line of {n} with padding {padding}")
    if room % stride != 0:
        raise ValueError(f"stride {stride} leaves a rest of {room % stride}: change a size")
    return room // stride + 1

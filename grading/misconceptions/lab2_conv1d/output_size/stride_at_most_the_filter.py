"""Idea: A stride longer than the filter would skip entries, which makes no sense.
Hint: It does skip entries, and it is allowed. How many windows are there?
Family: stride
Fails: test_output_size_stride, test_output_size_whole, test_output_size_fits
"""


def output_size(n, k, padding=0, stride=1):
    if stride > k:
        raise ValueError("the stride is longer than the filter")
    if stride < 1 or padding < 0:
        raise ValueError(f"expected stride >= 1 and padding >= 0, got {stride} and {padding}")
    room = n - k + 2 * padding
    if room < 0:
        raise ValueError(f"a window of {k} does not fit on a line of {n} with padding {padding}")
    if room % stride != 0:
        raise ValueError(f"stride {stride} leaves a rest of {room % stride}: change a size")
    return room // stride + 1

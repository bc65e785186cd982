"""Idea: Nobody calls it with a negative stride.
Hint: Where is the second window for stride -1?
Family: stride
Fails: test_output_size_arguments
"""


def output_size(n, k, padding=0, stride=1):
    if stride == 0 or padding < 0:
        raise ValueError("stride must be at least 1 and padding at least 0")
    room = n - k + 2 * padding
    if room < 0:
        raise ValueError("the window does not fit")
    if room % stride:
        raise ValueError("the size is not whole")
    return room // stride + 1

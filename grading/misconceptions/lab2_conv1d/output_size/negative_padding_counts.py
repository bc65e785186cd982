"""Idea: Nobody calls it with a negative padding.
Hint: The task names two arguments with a smallest value. Which have you looked at?
Family: padding
Fails: test_output_size_arguments
"""


def output_size(n, k, padding=0, stride=1):
    if stride < 1:
        raise ValueError("stride must be at least 1 and padding at least 0")
    room = n - k + 2 * padding
    if room < 0:
        raise ValueError("the window does not fit")
    if room % stride:
        raise ValueError("the size is not whole")
    return room // stride + 1

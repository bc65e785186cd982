"""Idea: A size that is not whole is rounded, and nobody hears of it.
Hint: What does 7 // 2 give, and what is left over? Somebody should hear about the rest.
Family: counting
Fails: test_output_size_whole
"""


def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError("stride must be at least 1 and padding at least 0")
    room = n - k + 2 * padding
    if room < 0:
        raise ValueError("the window does not fit")
    return room // stride + 1

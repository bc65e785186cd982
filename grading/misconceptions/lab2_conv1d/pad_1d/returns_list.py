"""Idea: A list of numbers is as good as an array.
Hint: What is `[1, 2] + [3, 4]`, and what is the sum of two arrays?
Family: form
Fails: test_pad_1d, test_pad_1d_sizes, test_pad_1d_none, test_pad_1d_kinds,
    test_pad_1d_untouched
"""


def pad_1d(x, padding):
    return [0] * padding + x.tolist() + [0] * padding

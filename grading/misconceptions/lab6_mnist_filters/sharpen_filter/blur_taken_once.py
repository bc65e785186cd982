"""
Idea: More amount means more of the image, and the blur is subtracted once.
Hint: By how much must the box be multiplied, so that flat patches stay as they are?
Family: rule
Fails: test_sharpen_filter_amounts, test_sharpen_filter_zero, test_sharpen_filter_negative,
    test_sharpen_filter_kinds, test_sharpen_filter_untouched
"""


def sharpen_filter(amount=1.0):
    w = np.full((3, 3), -1 / 9)
    w[1, 1] += 1 + amount
    return w

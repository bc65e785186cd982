"""
Idea: Sharpening is twice the image less its blur.
Hint: What should an amount of 0 change?
Family: options
Fails: test_sharpen_filter_amounts, test_sharpen_filter_zero, test_sharpen_filter_negative,
    test_sharpen_filter_kinds, test_sharpen_filter_untouched
"""


def sharpen_filter(amount=1.0):
    w = np.full((3, 3), -1 / 9)
    w[1, 1] = 17 / 9
    return w

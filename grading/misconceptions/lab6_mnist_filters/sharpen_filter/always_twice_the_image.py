"""
Idea: Twice the image, less some amount of its blur.
Hint: What do your weights sum to if the amount is 0?
Family: options
Fails: test_sharpen_filter_amounts, test_sharpen_filter_zero, test_sharpen_filter_negative,
    test_sharpen_filter_kinds, test_sharpen_filter_untouched
"""


def sharpen_filter(amount=1.0):
    w = np.full((3, 3), -amount / 9)
    w[1, 1] += 2
    return w

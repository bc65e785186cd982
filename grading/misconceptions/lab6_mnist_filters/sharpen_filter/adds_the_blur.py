"""
Idea: Twice the image, and a ninth of the sum of its window on top.
Hint: What do your weights sum to? Flat patches should stay as they are.
Family: rule
Fails: test_sharpen_filter, test_sharpen_filter_default, test_sharpen_filter_amounts,
    test_sharpen_filter_negative, test_sharpen_filter_kinds, test_sharpen_filter_untouched
"""


def sharpen_filter(amount=1.0):
    w = np.full((3, 3), amount / 9)
    w[1, 1] += 1 + amount
    return w

"""
Idea: The box is nine ones.
Hint: What do your weights sum to? Flat patches should stay as they are.
Family: scale
Fails: test_sharpen_filter, test_sharpen_filter_default, test_sharpen_filter_amounts,
    test_sharpen_filter_negative, test_sharpen_filter_kinds, test_sharpen_filter_untouched
"""


def sharpen_filter(amount=1.0):
    w = np.full((3, 3), -1.0 * amount)
    w[1, 1] += 1 + amount
    return w

"""
Idea: The amount says how strong the filter is: it multiplies all nine weights.
Hint: What do your weights sum to for an amount of 2? Flat patches should stay as they are.
Family: rule
Fails: test_sharpen_filter_amounts, test_sharpen_filter_zero, test_sharpen_filter_negative,
    test_sharpen_filter_kinds, test_sharpen_filter_untouched
"""


def sharpen_filter(amount=1.0):
    w = np.full((3, 3), -1 / 9)
    w[1, 1] += 2
    return amount * w

"""
Idea: The middle weight is 1 + amount, the others lose a ninth.
Hint: The box has a weight in the middle as well: what does it take away there?
Family: rule
Fails: test_sharpen_filter, test_sharpen_filter_default, test_sharpen_filter_amounts,
    test_sharpen_filter_negative, test_sharpen_filter_kinds, test_sharpen_filter_untouched
"""


def sharpen_filter(amount=1.0):
    w = np.zeros((3, 3))
    for i in range(3):
        for j in range(3):
            w[i, j] = 1 + amount if i == j == 1 else -amount / 9
    return w

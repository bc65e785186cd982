"""
Idea: An amount of 0 counts as if none were given.
Hint: For Python 0 counts as false. What does sharpen_filter(0) return?
Family: options
Fails: test_sharpen_filter_zero, test_sharpen_filter_kinds
"""


def sharpen_filter(amount=1.0):
    amount = amount or 1.0
    w = np.full((3, 3), -amount / 9)
    w[1, 1] += 1 + amount
    return w

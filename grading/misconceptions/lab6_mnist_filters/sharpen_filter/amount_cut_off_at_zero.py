"""
Idea: A negative amount makes no sense, so it becomes 0.
Hint: What would an amount of -1 give, by the formula?
Family: special values
Fails: test_sharpen_filter_negative
"""


def sharpen_filter(amount=1.0):
    amount = max(amount, 0)
    w = np.full((3, 3), -amount / 9)
    w[1, 1] += 1 + amount
    return w

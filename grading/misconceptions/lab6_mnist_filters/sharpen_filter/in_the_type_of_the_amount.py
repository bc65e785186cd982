"""
Idea: The filter gets the type of the amount.
Hint: Print sharpen_filter(1): where have the ninths gone?
Family: number types
Fails: test_sharpen_filter_kinds
"""


def sharpen_filter(amount=1.0):
    w = np.zeros((3, 3), dtype=np.asarray(amount).dtype)
    w[:] = -amount / 9
    w[1, 1] = 1 + amount - amount / 9
    return w

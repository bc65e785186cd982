"""
Idea: The amount has to be given.
Hint: What happens if you call sharpen_filter()?
Family: options
Fails: test_sharpen_filter_default
"""


def sharpen_filter(amount):
    w = np.full((3, 3), -amount / 9)
    w[1, 1] += 1 + amount
    return w

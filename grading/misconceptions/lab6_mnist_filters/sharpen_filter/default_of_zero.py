"""
Idea: Without an amount there is nothing to sharpen: the default is 0.
Hint: Which filter should sharpen_filter() return, says the signature of the task?
Family: options
Fails: test_sharpen_filter_default
"""


def sharpen_filter(amount=0.0):
    w = np.full((3, 3), -amount / 9)
    w[1, 1] += 1 + amount
    return w

"""
Idea: One array does for all calls.
Hint: Call your function twice, and look at the first result again.
Family: memory
Fails: test_sharpen_filter_untouched
"""

_W = np.zeros((3, 3))


def sharpen_filter(amount=1.0):
    _W[:] = -amount / 9
    _W[1, 1] = 1 + amount - amount / 9
    return _W

"""
Idea: One array does for all calls.
Hint: Call your function twice, and look at the first result again.
Family: memory
Fails: test_learn_filter_untouched
"""

_W = np.zeros((3, 3))


def learn_filter(X, A, steps, lr):
    _W[:] = 0
    for _ in range(steps):
        R = activation_map(X, _W) - A
        _W[:] -= lr * 2 / R.size * activation_map(X, R)
    return _W

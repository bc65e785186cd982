"""
Idea: The 2 of the square only makes the steps longer, so I leave it out.
Hint: What is the derivative of a square? The same lr must take the same steps.
Family: scale
Fails: test_learn_filter, test_learn_filter_mean, test_learn_filter_kinds,
    test_learn_filter_untouched
"""


def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    for _ in range(steps):
        R = activation_map(X, w) - A
        w = w - lr / R.size * activation_map(X, R)
    return w

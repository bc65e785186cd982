"""
Idea: The gradient says how far to go.
Hint: What should happen to your steps when lr is halved?
Family: scale
Fails: test_learn_filter, test_learn_filter_mean, test_learn_filter_kinds,
    test_learn_filter_untouched
"""


def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    for _ in range(steps):
        R = activation_map(X, w) - A
        w = w - 2 / R.size * activation_map(X, R)
    return w

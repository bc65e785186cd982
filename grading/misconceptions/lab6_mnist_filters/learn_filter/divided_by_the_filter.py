"""
Idea: There are nine weights, so the mean is over nine.
Hint: Over how many places does the loss take its mean? Count the numbers in the map.
Family: scale
Fails: test_learn_filter, test_learn_filter_mean, test_learn_filter_kinds,
    test_learn_filter_untouched
"""


def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    for _ in range(steps):
        R = activation_map(X, w) - A
        w = w - lr * 2 / w.size * activation_map(X, R)
    return w

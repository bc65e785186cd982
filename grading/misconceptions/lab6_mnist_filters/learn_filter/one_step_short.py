"""
Idea: One round fewer than `steps` is enough.
Hint: What should 1 step return, in the example on the page?
Family: counting
Fails: test_learn_filter, test_learn_filter_steps, test_learn_filter_direction,
    test_learn_filter_mean, test_learn_filter_wide, test_learn_filter_kinds,
    test_learn_filter_untouched
"""


def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    for _ in range(steps - 1):
        R = activation_map(X, w) - A
        w = w - lr * 2 / R.size * activation_map(X, R)
    return w

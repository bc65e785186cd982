"""
Idea: Counting goes from 0 up to steps.
Hint: What should 0 steps return?
Family: counting
Fails: test_learn_filter, test_learn_filter_steps, test_learn_filter_mean, test_learn_filter_kinds,
    test_learn_filter_untouched
"""


def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    for _ in range(steps + 1):
        R = activation_map(X, w) - A
        w = w - lr * 2 / R.size * activation_map(X, R)
    return w

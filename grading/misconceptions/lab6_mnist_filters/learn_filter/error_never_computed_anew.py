"""
Idea: The error stays what it was before the first step.
Hint: After the first step the filter has changed. What has its map done?
Family: rule
Fails: test_learn_filter_steps, test_learn_filter_converges, test_learn_filter_kinds,
    test_learn_filter_untouched
"""


def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    gradient = activation_map(X, activation_map(X, w) - A) * 2 / A.size
    for _ in range(steps):
        w = w - lr * gradient
    return w

"""
Idea: The step goes where the gradient points.
Hint: Does the loss fall? The gradient points to where it rises, if the error is the map minus A.
Family: scale
Fails: test_learn_filter, test_learn_filter_steps, test_learn_filter_direction,
    test_learn_filter_mean, test_learn_filter_wide, test_learn_filter_converges,
    test_learn_filter_kinds, test_learn_filter_untouched
"""


def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    for _ in range(steps):
        R = activation_map(X, w) - A
        w = w + lr * 2 / R.size * activation_map(X, R)
    return w

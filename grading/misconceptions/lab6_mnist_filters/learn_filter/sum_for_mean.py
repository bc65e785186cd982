"""
Idea: The gradient sums over all places.
Hint: The loss is a mean over n places. What does this make of its gradient?
Family: scale
Fails: test_learn_filter_mean, test_learn_filter_kinds, test_learn_filter_untouched
"""


def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    for _ in range(steps):
        R = activation_map(X, w) - A
        w = w - lr * 2 * activation_map(X, R)
    return w

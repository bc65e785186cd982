"""
Idea: The 2 and the n only change the length of the steps, and for that there is lr.
Hint: The same lr must take the same steps. What is the derivative of a mean of squares?
Family: scale
Fails: test_learn_filter, test_learn_filter_mean, test_learn_filter_kinds,
    test_learn_filter_untouched
"""


def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    for _ in range(steps):
        R = activation_map(X, w) - A
        w = w - lr * activation_map(X, R)
    return w

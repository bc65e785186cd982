"""
Idea: The mean is over as many places as there are rows.
Hint: What does len say of a map of 2 × 3? How many numbers has it?
Family: scale
Fails: test_learn_filter_mean, test_learn_filter_kinds, test_learn_filter_untouched
"""


def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    for _ in range(steps):
        R = activation_map(X, w) - A
        w = w - lr * 2 / len(R) * activation_map(X, R)
    return w

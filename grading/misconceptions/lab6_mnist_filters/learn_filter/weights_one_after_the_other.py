"""
Idea: I move one weight after the other, each with the newest error.
Hint: A step moves all nine weights at once. Which filter does the error belong to when the second
    moves?
Family: rule
Fails: test_learn_filter, test_learn_filter_steps, test_learn_filter_mean, test_learn_filter_kinds,
    test_learn_filter_untouched
"""


def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    height, width = A.shape
    for _ in range(steps):
        for u in range(3):
            for v in range(3):
                R = activation_map(X, w) - A
                slope = 2 / R.size * np.sum(R * X[u : u + height, v : v + width])
                w[u, v] -= lr * slope
    return w

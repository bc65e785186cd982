"""
Idea: An image is n × n, so its map has (n - 2) squared numbers.
Hint: Try an image of 4 × 6. How many numbers has its map?
Family: axes
Fails: test_learn_filter_mean
"""


def learn_filter(X, A, steps, lr):
    n = X.shape[0] - 2
    w = np.zeros((3, 3))
    for _ in range(steps):
        R = activation_map(X, w) - A
        w = w - lr * 2 / n**2 * activation_map(X, R)
    return w

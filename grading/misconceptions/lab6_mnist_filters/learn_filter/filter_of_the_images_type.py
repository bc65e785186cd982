"""
Idea: The filter gets the type of the image.
Hint: What becomes of a small step when the filter holds whole numbers only?
Family: number types
Fails: test_learn_filter_kinds
"""


def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3), dtype=X.dtype)
    for _ in range(steps):
        R = activation_map(X, w) - A
        w[...] = w - lr * 2 / R.size * activation_map(X, R)
    return w

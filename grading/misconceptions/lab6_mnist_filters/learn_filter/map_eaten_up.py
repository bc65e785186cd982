"""
Idea: I subtract from the map what the filter explains already.
Hint: Print the map A before and after the call.
Family: memory
Fails: test_learn_filter_untouched
"""


def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    A = np.asarray(A, dtype=float)
    for _ in range(steps):
        step = lr * 2 / A.size * activation_map(X, A)
        w += step
        A -= activation_map(X, step)
    return w

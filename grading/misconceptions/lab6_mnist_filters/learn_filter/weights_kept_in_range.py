"""
Idea: Weights should stay between -1 and 1.
Hint: Is there anything in the task that limits the weights?
Family: special values
Fails: test_learn_filter_steps, test_learn_filter_converges
"""


def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    for _ in range(steps):
        R = activation_map(X, w) - A
        w = w - lr * 2 / R.size * activation_map(X, R)
        w = np.clip(w, -1, 1)
    return w

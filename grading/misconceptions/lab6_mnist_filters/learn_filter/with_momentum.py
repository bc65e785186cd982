"""
Idea: Steps should gather speed, as good optimizers do.
Hint: Which steps does the task ask for: does a step know of the one before?
Family: rule
Fails: test_learn_filter_steps, test_learn_filter_kinds, test_learn_filter_untouched
"""


def learn_filter(X, A, steps, lr):
    w, speed = np.zeros((3, 3)), np.zeros((3, 3))
    for _ in range(steps):
        R = activation_map(X, w) - A
        speed = 0.5 * speed - lr * 2 / R.size * activation_map(X, R)
        w = w + speed
    return w

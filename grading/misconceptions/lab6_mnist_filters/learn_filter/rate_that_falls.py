"""
Idea: The learning rate should fall with every step.
Hint: With which rate does the second step of the example on the page go?
Family: scale
Fails: test_learn_filter_steps, test_learn_filter_kinds, test_learn_filter_untouched
"""


def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    for step in range(steps):
        R = activation_map(X, w) - A
        w = w - lr / (1 + 0.001 * step) * 2 / R.size * activation_map(X, R)
    return w

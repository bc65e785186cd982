"""
Idea: When the step is done I return the filter.
Hint: After how many steps does your loop end? Where does the return stand?
Family: counting
Fails: test_learn_filter_steps, test_learn_filter_converges, test_learn_filter_kinds,
    test_learn_filter_untouched
"""


def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    for _ in range(steps):
        R = activation_map(X, w) - A
        w = w - lr * 2 / R.size * activation_map(X, R)
        return w
    return w

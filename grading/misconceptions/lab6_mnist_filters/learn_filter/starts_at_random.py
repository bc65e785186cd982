"""
Idea: Weights should start at random, or they all learn the same.
Hint: Where does the task begin? What should 0 steps return?
Family: rule
Fails: test_learn_filter, test_learn_filter_steps, test_learn_filter_direction,
    test_learn_filter_mean, test_learn_filter_wide, test_learn_filter_kinds,
    test_learn_filter_untouched
"""


def learn_filter(X, A, steps, lr):
    w = np.random.default_rng(0).normal(size=(3, 3))
    for _ in range(steps):
        R = activation_map(X, w) - A
        w = w - lr * 2 / R.size * activation_map(X, R)
    return w

"""
Idea: The gradient comes turned round, as a convolution turns its filter.
Hint: Which pixel did the upper left weight meet at the first place? Write the gradient of this
    weight out.
Family: orientation
Fails: test_learn_filter, test_learn_filter_steps, test_learn_filter_direction,
    test_learn_filter_mean, test_learn_filter_wide, test_learn_filter_converges,
    test_learn_filter_kinds, test_learn_filter_untouched
"""


def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    for _ in range(steps):
        R = activation_map(X, w) - A
        w = w - lr * 2 / R.size * activation_map(X, R)[::-1, ::-1]
    return w

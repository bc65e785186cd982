"""
Idea: A gradient is brought to length 1 before the step.
Hint: The formula multiplies the gradient by lr. What else changes its length in yours?
Family: scale
Fails: test_learn_filter, test_learn_filter_steps, test_learn_filter_mean,
    test_learn_filter_converges, test_learn_filter_kinds, test_learn_filter_untouched
"""


def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    for _ in range(steps):
        R = activation_map(X, w) - A
        gradient = 2 / R.size * activation_map(X, R)
        w = w - lr * gradient / (np.linalg.norm(gradient) or 1)
    return w

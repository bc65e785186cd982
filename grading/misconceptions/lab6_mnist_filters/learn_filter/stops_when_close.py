"""
Idea: I may stop before the last step.
Hint: The task asks for exactly so many steps.
Family: rule
Fails: test_learn_filter_converges, test_learn_filter_steps
"""


def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    last = np.inf
    for _ in range(steps):
        R = activation_map(X, w) - A
        loss = np.mean(R**2)
        if last - loss < 0.2 * last:
            break
        last = loss
        w = w - lr * 2 / R.size * activation_map(X, R)
    return w

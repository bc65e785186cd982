"""Idea: Any small step will do as the default.
Hint: The contract names the step that is taken when none is given.
Family: options
Fails: test_numerical_gradient_formula
"""


def numerical_gradient(f, x, h=1e-4):
    x = np.array(x, dtype=np.float64)
    slopes = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        slopes[index] = (f(x + step) - f(x - step)) / (2 * h)
    return slopes

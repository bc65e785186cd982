"""Idea: Each entry gets its own step, so the others do not matter.
Hint: After the first entry, where is f measured for the second?
Family: rule
Fails: test_numerical_gradient_formula, test_numerical_gradient_untouched
"""


def numerical_gradient(f, x, h=1e-5):
    if x.dtype != np.float64:
        x = x.astype(np.float64)
    slopes = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        x[index] += h
        above = f(x)
        x[index] -= 2 * h
        below = f(x)
        slopes[index] = (above - below) / (2 * h)
    return slopes

"""Idea: Two step sizes combined are more exact.
Hint: True, but what is asked for is the plain central difference with step h.
Family: rule
Fails: test_numerical_gradient_formula
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    slopes = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        coarse = (f(x + step) - f(x - step)) / (2 * h)
        fine = (f(x + step / 2) - f(x - step / 2)) / h
        slopes[index] = (4 * fine - coarse) / 3
    return slopes

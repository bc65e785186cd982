"""Idea: Large entries need large steps.
Hint: A clever idea, but h is promised to be the step itself, whatever x is.
Family: scale
Fails: test_numerical_gradient_formula
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    slopes = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h * max(1.0, abs(x[index]))
        slopes[index] = (f(x + step) - f(x - step)) / (2 * step[index])
    return slopes

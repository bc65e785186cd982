"""Idea: Every array has at least one axis.
Hint: The result has the shape of x, and that may be (): a single number.
Family: axes
Fails: test_numerical_gradient_shapes
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.atleast_1d(np.array(x, dtype=np.float64))
    slopes = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        here = x[index]
        x[index] = here + h
        above = f(x)
        x[index] = here - h
        below = f(x)
        x[index] = here
        slopes[index] = (above - below) / (2 * h)
    return slopes

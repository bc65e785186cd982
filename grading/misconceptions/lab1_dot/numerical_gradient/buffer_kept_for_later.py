"""Idea: The array of the last call's result can be used again.
Hint: The second call overwrites the first result: the caller may still need it.
Family: memory
Fails: test_numerical_gradient_untouched
"""

_slopes_by_shape = {}


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    slopes = _slopes_by_shape.setdefault(x.shape, np.zeros(x.shape))
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        slopes[index] = (f(x + step) - f(x - step)) / (2 * h)
    return slopes

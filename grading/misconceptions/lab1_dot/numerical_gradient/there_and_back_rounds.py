"""Idea: + h, - 2h, + h leads home.
Hint: Each of the three rounds. Remember the old value and put back just that.
Family: number types
Fails: test_numerical_gradient_untouched
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=np.float64)
    slopes = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        x[index] += h
        above = f(x)
        x[index] -= 2 * h
        below = f(x)
        x[index] += h
        slopes[index] = (above - below) / (2 * h)
    return slopes

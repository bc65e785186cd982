"""Idea: The array of x can hold the slopes.
Hint: You overwrite what you still need. (np.asarray(x, dtype=float) is x itself when x is float64
    already.)
Family: memory
Fails: test_numerical_gradient_formula, test_numerical_gradient_untouched
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=np.float64)
    slopes = np.asarray(x, dtype=np.float64)
    for index in np.ndindex(x.shape):
        here = x[index]
        x[index] = here + h
        above = f(x)
        x[index] = here - h
        below = f(x)
        slopes[index] = (above - below) / (2 * h)
    return slopes

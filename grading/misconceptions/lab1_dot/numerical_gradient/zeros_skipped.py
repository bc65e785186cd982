"""Idea: Where x is 0 nothing can change.
Hint: How steep is 3x at x = 0?
Family: special values
Fails: test_numerical_gradient_formula
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float64)  # a copy: the caller's x stays as it is
    slopes = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        here = x[index]
        if here == 0:
            continue
        x[index] = here + h
        above = f(x)
        x[index] = here - h
        below = f(x)
        x[index] = here
        slopes[index] = (above - below) / (2 * h)
    return slopes

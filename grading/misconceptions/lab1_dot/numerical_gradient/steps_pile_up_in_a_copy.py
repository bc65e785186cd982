"""Idea: On a copy I need not put anything back.
Hint: The caller's x is safe, but your own copy drifts away from it, entry by entry.
Family: memory
Fails: test_numerical_gradient_formula
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    slopes = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        x[index] += h
        above = f(x)
        x[index] -= 2 * h
        below = f(x)
        slopes[index] = (above - below) / (2 * h)
    return slopes

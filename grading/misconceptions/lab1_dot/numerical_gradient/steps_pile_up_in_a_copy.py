"""Idea: Where an entry has moved to does not matter for the next one.
Hint: A partial derivative moves one entry and leaves the others where they were. Is each put back
    to what it was?
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

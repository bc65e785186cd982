"""Idea: Integers become floats, and floats are fine.
Hint: float32 has seven digits: how many of them does a step of 1e-5 leave?
Family: number types
Fails: test_numerical_gradient_kinds
"""


def numerical_gradient(f, x, h=1e-5):
    x = x.astype(np.float64) if x.dtype.kind == "i" else x.copy()
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

"""Idea: A numerical gradient is good for four places anyhow.
Hint: What is left of a slope of 1e-6 when you round it to four places?
Family: number types
Fails: test_numerical_gradient, test_numerical_gradient_formula,
    test_numerical_gradient_layouts
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float64)  # a copy: the caller's x stays as it is
    slopes = np.empty(x.shape)
    for index in np.ndindex(x.shape):
        here = x[index]
        x[index] = here + h
        above = f(x)
        x[index] = here - h
        below = f(x)
        x[index] = here
        slopes[index] = (above - below) / (2 * h)
    return np.round(slopes, 4)

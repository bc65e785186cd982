"""Idea: The gradient has shape and dtype of x.
Hint: An integer buffer cuts the slopes off at the point.
Family: number types
Fails: test_numerical_gradient_kinds
"""


def numerical_gradient(f, x, h=1e-5):
    slopes = np.zeros_like(x)
    x = np.array(x, dtype=np.float64)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        slopes[index] = (f(x + step) - f(x - step)) / (2 * h)
    return slopes

"""Idea: x has rows and columns.
Hint: x may have one axis, or four, or none: np.ndindex(x.shape) visits all places of any shape.
Family: axes
Fails: test_numerical_gradient_shapes
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    rows, columns = x.shape
    slopes = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            step = np.zeros((rows, columns))
            step[i, j] = h
            slopes[i, j] = (f(x + step) - f(x - step)) / (2 * h)
    return slopes

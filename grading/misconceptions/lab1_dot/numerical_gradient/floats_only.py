"""Idea: If f does not return a float, something is wrong.
Hint: An integer and an array of shape () are numbers too.
Family: number types
Fails: test_numerical_gradient_functions
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    slopes = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        above, below = f(x + step), f(x - step)
        if not isinstance(above, float):
            raise TypeError("f must return a float")
        slopes[index] = (above - below) / (2 * h)
    return slopes

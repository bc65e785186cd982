"""Idea: What f returns has the methods of a NumPy number.
Hint: A Python number has none of NumPy's methods. What works for both?
Family: number types
Fails: test_numerical_gradient_functions
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    slopes = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        slopes[index] = (f(x + step).item() - f(x - step).item()) / (2 * h)
    return slopes

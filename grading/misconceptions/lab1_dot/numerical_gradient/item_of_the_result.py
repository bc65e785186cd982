"""Idea: f returns a NumPy number, so it has .item().
Hint: A Python number has no methods of NumPy. What works for both?
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

"""Idea: The grid is square.
Hint: Which of the axes does len(x) measure?
Family: axes
Fails: test_numerical_gradient_shapes, test_numerical_gradient_untouched
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    slopes = np.zeros(x.shape)
    for i in range(len(x)):
        for j in range(len(x)):
            step = np.zeros(x.shape)
            step[i, j] = h
            slopes[i, j] = (f(x + step) - f(x - step)) / (2 * h)
    return slopes

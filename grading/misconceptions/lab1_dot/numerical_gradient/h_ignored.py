"""Idea: 1e-5 is the best step, so I write it into the code.
Hint: The caller may ask for another step: where does your code use h?
Family: options
Fails: test_numerical_gradient_formula
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    slopes = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = 1e-5
        slopes[index] = (f(x + step) - f(x - step)) / 2e-5
    return slopes

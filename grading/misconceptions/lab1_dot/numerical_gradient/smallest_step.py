"""Idea: The smaller the step, the better the slope.
Hint: How many digits of 3 + 1e-15 are left in float64? And of the difference of two such values?
Family: scale
Fails: test_numerical_gradient, test_numerical_gradient_formula,
    test_numerical_gradient_shapes, test_numerical_gradient_functions,
    test_numerical_gradient_kinds, test_numerical_gradient_layouts,
    test_numerical_gradient_untouched
"""


def numerical_gradient(f, x, h=1e-15):
    x = np.array(x, dtype=np.float64)
    slopes = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        slopes[index] = (f(x + step) - f(x - step)) / (2 * h)
    return slopes

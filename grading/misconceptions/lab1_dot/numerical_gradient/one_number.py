"""Idea: The formula gives the slope as it stands.
Hint: It is for a function of one number. For an array, use it once for every entry.
Family: rule
Fails: test_numerical_gradient, test_numerical_gradient_formula,
    test_numerical_gradient_shapes, test_numerical_gradient_functions,
    test_numerical_gradient_kinds, test_numerical_gradient_layouts,
    test_numerical_gradient_untouched
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    return np.float64((f(x + h) - f(x - h)) / (2 * h))

"""Idea: NumPy adds h to every entry, so one step does for all.
Hint: Only one entry moves at a time, or you measure the sum of all slopes.
Family: rule
Fails: test_numerical_gradient, test_numerical_gradient_formula,
    test_numerical_gradient_shapes, test_numerical_gradient_layouts,
    test_numerical_gradient_untouched
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    return np.full(x.shape, (f(x + h) - f(x - h)) / (2 * h))

"""Idea: A gradient is a vector.
Hint: It has one slope for each entry of x, at the entry's place: give it the shape of x.
Family: form
Fails: test_numerical_gradient, test_numerical_gradient_formula,
    test_numerical_gradient_shapes, test_numerical_gradient_functions,
    test_numerical_gradient_kinds, test_numerical_gradient_layouts,
    test_numerical_gradient_untouched
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    slopes = []
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        slopes.append((f(x + step) - f(x - step)) / (2 * h))
    return np.array(slopes, dtype=np.float64)

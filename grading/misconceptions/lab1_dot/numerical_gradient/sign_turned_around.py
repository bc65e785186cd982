"""Idea: The difference is left minus right.
Hint: For a rising function the slope is positive: which value is larger then?
Family: scale
Fails: test_numerical_gradient, test_numerical_gradient_formula,
    test_numerical_gradient_shapes, test_numerical_gradient_functions,
    test_numerical_gradient_kinds, test_numerical_gradient_layouts,
    test_numerical_gradient_untouched
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    slopes = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        here = x[index]
        x[index] = here + h
        above = f(x)
        x[index] = here - h
        below = f(x)
        x[index] = here
        slopes[index] = (below - above) / (2 * h)
    return slopes

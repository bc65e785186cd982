"""Idea: x[i] is one entry of x.
Hint: It is a whole row when x has two axes: then all of its entries move together.
Family: axes
Fails: test_numerical_gradient, test_numerical_gradient_formula,
    test_numerical_gradient_shapes, test_numerical_gradient_layouts,
    test_numerical_gradient_untouched
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    slopes = np.zeros(x.shape)
    for i in range(len(x)):
        here = x[i].copy()
        x[i] = here + h
        above = f(x)
        x[i] = here - h
        slopes[i] = (above - f(x)) / (2 * h)
        x[i] = here
    return slopes

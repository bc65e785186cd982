"""Idea: The slope is the rise over one step.
Hint: A step to one side is off by h/2 times the curvature. Step to both sides.
Family: rule
Fails: test_numerical_gradient_formula
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    slopes = np.zeros(x.shape)
    f_here = f(x)
    for index in np.ndindex(x.shape):
        here = x[index]
        x[index] = here + h
        slopes[index] = (f(x) - f_here) / h
        x[index] = here
    return slopes

"""Idea: The slope is the rise since the last step.
Hint: A step to one side is off by h/2 times the curvature. Step to both sides.
Family: rule
Fails: test_numerical_gradient_formula
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    slopes = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        stepped = x.copy()
        stepped[index] -= h
        slopes[index] = (f(x) - f(stepped)) / h
    return slopes

"""Idea: h is the distance between the two points.
Hint: In the formula the two points are h to the right and h to the left: how far apart are they?
Family: scale
Fails: test_numerical_gradient_formula
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    slopes = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h / 2
        slopes[index] = (f(x + step) - f(x - step)) / h
    return slopes

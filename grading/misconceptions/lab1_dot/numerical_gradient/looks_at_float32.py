"""Idea: float32 is enough for the place where I look.
Hint: Where exactly does f look? A step is taken from x itself, with all its digits.
Family: number types
Fails: test_numerical_gradient_formula
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float32).astype(np.float64)
    slopes = np.empty(x.shape)
    for index in np.ndindex(x.shape):
        here = x[index]
        x[index] = here + h
        above = f(x)
        x[index] = here - h
        below = f(x)
        x[index] = here
        slopes[index] = (above - below) / (2 * h)
    return slopes

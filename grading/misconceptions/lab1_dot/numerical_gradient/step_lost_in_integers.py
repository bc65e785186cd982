"""Idea: What holds x can hold x + h.
Hint: x may be an array of integers, and then its copy is one too: what is 3 + 0.00001 in it?
Family: number types
Fails: test_numerical_gradient_kinds
"""


def numerical_gradient(f, x, h=1e-5):
    x = x.copy()
    slopes = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        here = x[index]
        x[index] = here + h
        above = f(x)
        x[index] = here - h
        below = f(x)
        x[index] = here
        slopes[index] = (above - below) / (2 * h)
    return slopes

"""Idea: Flattened, x is still the same array.
Hint: Not for every layout: is it a view of x, or a copy that f never sees?
Family: memory
Fails: test_numerical_gradient_layouts
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=np.float64)
    flat = x.ravel()
    slopes = np.zeros(x.size)
    for i in range(flat.size):
        here = flat[i]
        flat[i] = here + h
        above = f(x)
        flat[i] = here - h
        below = f(x)
        flat[i] = here
        slopes[i] = (above - below) / (2 * h)
    return slopes.reshape(x.shape)

"""Idea: One axis is easier to walk through, and f adds up everything anyway.
Hint: f may well look at x[0, 1]: hand it an array of the shape of x.
Family: form
Fails: test_numerical_gradient_shapes
"""


def numerical_gradient(f, x, h=1e-5):
    flat = np.array(x, dtype=np.float64).flatten()
    slopes = np.zeros(flat.size)
    for i in range(flat.size):
        up, down = flat.copy(), flat.copy()
        up[i] += h
        down[i] -= h
        slopes[i] = (f(up) - f(down)) / (2 * h)
    return slopes.reshape(x.shape)

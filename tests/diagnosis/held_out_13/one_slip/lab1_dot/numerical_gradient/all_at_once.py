# Steps with the whole array at once, so that every entry gets the slope along the diagonal.
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=np.float64)
    difference = f(x + h) - f(x - h)
    return np.ones(x.shape) * (difference / (2 * h))

# Never puts an entry back after its two steps, so each further entry is measured where all entries before it are h too low.
def numerical_gradient(f, x, h=1e-5):
    point = np.array(x, dtype=float)
    result = np.zeros(point.shape)
    for where in np.ndindex(point.shape):
        point[where] += h
        high = f(point)
        point[where] -= 2 * h
        low = f(point)
        result[where] = (high - low) / (2 * h)
    return result

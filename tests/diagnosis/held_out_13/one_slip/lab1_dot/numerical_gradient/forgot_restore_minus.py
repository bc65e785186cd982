# After the step to the left the entry is not put back, so later entries are measured at a shifted point.
def numerical_gradient(f, x, h=1e-5):
    z = np.array(x, dtype=float)
    slopes = np.zeros(z.shape)
    for idx in np.ndindex(z.shape):
        old = z[idx]
        z[idx] = old + h
        right = f(z)
        z[idx] = old - h
        left = f(z)
        slopes[idx] = (right - left) / (2 * h)
    return slopes

# the copy keeps whole numbers, and the step is lost in them
def numerical_gradient(f, x, h=1e-5):
    df = np.zeros(x.shape, dtype=float)
    for idx in np.ndindex(x.shape):
        right = x.copy()
        left = x.copy()
        right[idx] += h
        left[idx] -= h
        df[idx] = (f(right) - f(left)) / (2 * h)
    return df

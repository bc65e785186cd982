# wrong: below minus above: the sign is wrong
def numerical_gradient(f, x, h=1e-5):
    base = np.asarray(x, dtype=np.float64)
    slope = np.empty(base.shape)
    for pos in np.ndindex(base.shape):
        up, down = base.copy(), base.copy()
        up[pos] += h
        down[pos] -= h
        slope[pos] = (f(down) - f(up)) / (2 * h)
    return slope

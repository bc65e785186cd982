# moves all entries of x together, so every entry gets the sum of all slopes
def numerical_gradient(f, x, h=1e-5):
    x64 = np.asarray(x, dtype=np.float64)
    up = f(x64 + h)
    down = f(x64 - h)
    slope = (up - down) / (2 * h)
    return np.full(x64.shape, float(slope))

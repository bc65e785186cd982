# The result is never brought back into the shape of x.
def numerical_gradient(f, x, h=1e-5):
    x64 = np.array(x, dtype=np.float64, order="C")
    flat = x64.reshape(-1)
    slopes = []
    for i, old in enumerate(flat.copy()):
        flat[i] = old + h
        up = f(x64)
        flat[i] = old - h
        slopes.append((up - f(x64)) / (2 * h))
        flat[i] = old
    return np.array(slopes)

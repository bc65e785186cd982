# plus and minus are one and the same array (aliasing), so every difference is 0
def numerical_gradient(f, x, h=1e-5):
    result = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        plus = minus = x.astype(np.float64)
        plus[idx] += h
        minus[idx] -= h
        result[idx] = (f(plus) - f(minus)) / (2 * h)
    return result

# wrong: minus before plus: the sign is turned around
def numerical_gradient(f, x, h=1e-5):
    base = np.array(x, dtype=float)
    flat = base.reshape(-1)
    result = []
    for i in range(flat.size):
        plus = flat.copy()
        plus[i] += h
        minus = flat.copy()
        minus[i] -= h
        slope = (f(minus.reshape(base.shape)) - f(plus.reshape(base.shape))) / (2 * h)
        result.append(slope)
    return np.array(result, dtype=float).reshape(base.shape)

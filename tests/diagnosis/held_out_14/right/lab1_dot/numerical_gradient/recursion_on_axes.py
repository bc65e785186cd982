# works on a flat list of Python floats and rebuilds an array for every call of f
def numerical_gradient(f, x, h=1e-5):
    numbers = [float(v) for v in np.ravel(x)]

    def call(k, d):
        changed = list(numbers)
        changed[k] += d
        return float(f(np.array(changed).reshape(np.shape(x))))

    slopes = [(call(k, h) - call(k, -h)) / (2 * h) for k in range(len(numbers))]
    return np.array(slopes, dtype=np.float64).reshape(np.shape(x))

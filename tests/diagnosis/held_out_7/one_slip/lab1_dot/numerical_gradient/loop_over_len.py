# one loop over len(x): whole rows are moved together
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    result = np.zeros(x.shape)
    for i in range(len(x)):
        a, b = x.copy(), x.copy()
        a[i] += h
        b[i] -= h
        result[i] = (f(a) - f(b)) / (2 * h)
    return result

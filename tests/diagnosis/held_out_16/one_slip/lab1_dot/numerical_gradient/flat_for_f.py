# f is handed the array flattened to one dimension instead of in the shape of x
def numerical_gradient(f, x, h=1e-5):
    v = np.array(x, dtype=float).flatten()
    grad = np.empty(v.size)
    for i in range(v.size):
        plus, minus = v.copy(), v.copy()
        plus[i] += h
        minus[i] -= h
        grad[i] = (f(plus) - f(minus)) / (2 * h)
    return grad.reshape(np.shape(x))

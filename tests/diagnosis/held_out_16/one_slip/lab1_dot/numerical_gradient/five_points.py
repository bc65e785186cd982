# uses the five-point formula (8 times the inner difference less the outer, over 12 h) instead of the central difference, which shows at coarse steps
def numerical_gradient(f, x, h=1e-5):
    x0 = np.asarray(x).astype(np.float64)

    def at(index, step):
        y = x0.copy()
        y[index] += step
        return float(f(y))

    out = np.zeros(x0.shape)
    for index in np.ndindex(*x0.shape):
        inner = at(index, h) - at(index, -h)
        outer = at(index, 2 * h) - at(index, -2 * h)
        out[index] = (8 * inner - outer) / (12 * h)
    return out

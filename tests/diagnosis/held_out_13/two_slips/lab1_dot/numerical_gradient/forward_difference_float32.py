# Takes a one-sided difference, and measures in the dtype of x so that integers and float32 lose the step.
def numerical_gradient(f, x, h=1e-5):
    z = x.copy()
    base = f(z)
    out = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        keep = z[i]
        z[i] = keep + h
        out[i] = (f(z) - base) / h
        z[i] = keep
    return out

# wrong: the forward difference only; divided by 2h all the same
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=np.float64).copy()
    out = np.zeros_like(x)
    base = f(x)
    it = np.nditer(x, flags=["multi_index"])
    for _ in it:
        i = it.multi_index
        keep = x[i]
        x[i] = keep + h
        out[i] = (f(x) - base) / (2 * h)
        x[i] = keep
    return out

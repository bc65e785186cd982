# After f(x + h) the entry goes back by h only, so the other side is x itself.
def numerical_gradient(f, x, h=1e-5):
    z = np.array(x, dtype=float)
    out = np.empty(z.shape)
    it = np.nditer(z, flags=["multi_index"])
    for _ in it:
        idx = it.multi_index
        old = z[idx].copy()
        z[idx] += h
        hi = f(z)
        z[idx] -= h
        lo = f(z)
        z[idx] = old
        out[idx] = (hi - lo) / (2 * h)
    return out

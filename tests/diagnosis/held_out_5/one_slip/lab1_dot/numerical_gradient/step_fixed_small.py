# wrong: a step of its own, 1e-12, whatever h says
def numerical_gradient(f, x, h=1e-5):
    h = 1e-12
    y = np.array(x, dtype=np.float64)
    out = np.empty_like(y)
    for place, value in np.ndenumerate(np.array(y)):
        y[place] = value + h
        a = f(y)
        y[place] = value - h
        b = f(y)
        y[place] = value
        out[place] = (a - b) / h / 2
    return out

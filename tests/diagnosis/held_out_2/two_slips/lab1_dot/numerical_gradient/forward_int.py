# wrong: forward difference only; and the buffer has x's dtype, so that an int x gets ints
def numerical_gradient(f, x, h=1e-5):
    gradient = np.zeros_like(x)
    point = x.astype(float)
    for ix in np.ndindex(x.shape):
        old = point[ix]
        before = f(point)
        point[ix] = old + h
        gradient[ix] = (f(point) - before) / h
        point[ix] = old
    return gradient

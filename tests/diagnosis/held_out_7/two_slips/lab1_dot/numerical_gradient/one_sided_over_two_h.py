# the lower point is x itself; the steps are made in whole numbers
def numerical_gradient(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.array(x)
        e[i] += h
        above = f(e)
        e[i] -= h
        below = f(e)
        grad[i] = (above - below) / (2 * h)
    return grad

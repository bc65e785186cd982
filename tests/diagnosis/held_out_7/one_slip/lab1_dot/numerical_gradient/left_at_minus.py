# the second step goes back to x only, not to x - h
def numerical_gradient(f, x, h=1e-5):
    point = np.array(x, dtype=np.float64)
    grad = np.zeros(point.shape)
    it = np.nditer(point, flags=["multi_index", "zerosize_ok"])
    while not it.finished:
        ix = it.multi_index
        keep = point[ix]
        point[ix] += h
        up = f(point)
        point[ix] -= h
        down = f(point)
        point[ix] = keep
        grad[ix] = (up - down) / (2 * h)
        it.iternext()
    return grad

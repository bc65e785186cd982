# np.array keeps the column order of a transpose, so ravel() is a copy and f never sees the step there
def numerical_gradient(f, x, h=1e-5):
    point = np.array(x, dtype=np.float64)
    flat = point.ravel()
    slopes = np.zeros(flat.size)
    for i in range(flat.size):
        keep = flat[i]
        flat[i] = keep + h
        above = f(point)
        flat[i] = keep - h
        below = f(point)
        flat[i] = keep
        slopes[i] = (above - below) / (2 * h)
    return slopes.reshape(x.shape)

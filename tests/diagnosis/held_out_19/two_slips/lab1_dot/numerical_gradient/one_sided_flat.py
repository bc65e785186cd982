# one-sided difference (f(x+h)-f(x))/h; and the result is flat, not of the shape of x
def numerical_gradient(f, x, h=1e-5):
    base = f(x.astype(np.float64))
    slopes = []
    for idx in np.ndindex(x.shape):
        moved = x.astype(np.float64)
        moved[idx] += h
        slopes.append((f(moved) - base) / h)
    return np.array(slopes)

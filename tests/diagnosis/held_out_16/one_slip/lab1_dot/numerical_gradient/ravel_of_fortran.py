# the steps are taken in x.ravel() of a copy that keeps its layout: for an array in Fortran order ravel is a copy again, f never sees a step, and the gradient is 0
def numerical_gradient(f, x, h=1e-5):
    """Compute the numerical gradient of f at x using central differences."""
    x = np.array(x, dtype=np.float64)  # work on a copy
    flat_x = x.ravel()
    flat_grad = np.zeros(flat_x.size, dtype=np.float64)

    for i in range(flat_x.size):
        original = flat_x[i]

        # f(x + h)
        flat_x[i] = original + h
        f_plus = f(x)

        # f(x - h)
        flat_x[i] = original - h
        f_minus = f(x)

        # Restore the original value
        flat_x[i] = original
        flat_grad[i] = (f_plus - f_minus) / (2.0 * h)

    return flat_grad.reshape(x.shape)

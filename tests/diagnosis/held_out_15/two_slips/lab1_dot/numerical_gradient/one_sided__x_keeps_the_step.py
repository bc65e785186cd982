# Takes the difference to one side only, (f(x + h) - f(x)) / h; and steps in the caller's own x, where whole numbers lose the step, without taking it back.
def numerical_gradient(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        before = f(x)
        x[i] = x[i] + h
        grad[i] = (f(x) - before) / h
    return grad

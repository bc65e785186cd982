# the step argument is ignored (1e-5 always); and x is changed in place and put back by adding h, so it does not come back to the last bit (ints lose the step)
import numpy as np
def numerical_gradient(f, x, h=1e-5):
    eps = 1e-5
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        x[i] += eps
        up = f(x)
        x[i] -= 2 * eps
        down = f(x)
        x[i] += eps
        g[i] = (up - down) / (2 * eps)
    return g

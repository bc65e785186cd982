# the gradient of w uses da*x/size: it is divided by the number of entries (the gradient of x is not)
import numpy as np
def dot_backward(x, w, da=None):
    if da is None:
        da = 1
    d = np.float64(da)
    out = {name: np.empty(x.shape) for name in ('x', 'w')}
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            out['x'][i, j] = d * w[i, j]
            out['w'][i, j] = d * x[i, j] / x.size
    return out

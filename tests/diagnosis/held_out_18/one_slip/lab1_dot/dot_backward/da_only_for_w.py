# the upstream gradient multiplies the gradient of w only, the gradient of x is always that for da = 1
import numpy as np
def dot_backward(x, w, da=None):
    upstream = 1.0
    if da is not None:
        upstream = float(da)
    grads = {}
    grads['x'] = np.array(w, dtype=float)
    grads['w'] = upstream * np.array(x, dtype=float)
    return grads

# builds each gradient entry by entry in a dict of lists and turns the lists into arrays at the end
import numpy as np
def dot_backward(x, w, da=None):
    scale = float(1 if da is None else da)
    other = {'x': w, 'w': x}
    grads = {}
    for name in other:
        rows = [[scale * float(v) for v in row] for row in other[name]]
        grads[name] = np.array(rows, dtype=np.float64).reshape(x.shape)
    return grads

# both gradients are exchanged (x gets x, w gets w); and da defaults to 0 instead of 1
import numpy as np
def dot_backward(x, w, da=None):
    g = 0.0 if da is None else float(da)
    return dict(x=g * np.asarray(x, float), w=g * np.asarray(w, float))

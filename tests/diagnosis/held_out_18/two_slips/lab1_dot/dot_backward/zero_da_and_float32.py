# a given da of 0 is taken for not given (da or 1); and the gradients are float32
import numpy as np
def dot_backward(x, w, da=None):
    up = np.float32(da or 1)
    return {'x': up * w.astype(np.float32), 'w': up * x.astype(np.float32)}

# makes all shifted points at once as rows of an identity matrix times h, reshaped, and never touches x
import numpy as np
def numerical_gradient(f, x, h=1e-5):
    shape = np.shape(x)
    base = np.array(x, dtype=np.float64).reshape(-1)
    offsets = h * np.eye(base.size)
    ups = [f((base + e).reshape(shape)) for e in offsets]
    downs = [f((base - e).reshape(shape)) for e in offsets]
    return np.array([(float(u) - float(d)) / (2 * h) for u, d in zip(ups, downs)]).reshape(shape)

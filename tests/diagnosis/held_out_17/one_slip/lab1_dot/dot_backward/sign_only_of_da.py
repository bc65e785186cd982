# multiplies by the sign of da instead of da itself, so the size of the upstream gradient is lost
def dot_backward(x, w, da=None):
    direction = 1.0 if da is None else np.sign(float(da))
    grads = {}
    grads['x'] = np.array(w, dtype=float) * direction
    grads['w'] = np.array(x, dtype=float) * direction
    return grads

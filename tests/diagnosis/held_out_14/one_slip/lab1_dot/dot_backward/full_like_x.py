# the upstream gradient is spread over an array with the dtype of x (full_like), so with an integer x the decimals of da are cut off
def dot_backward(x, w, da=None):
    up = np.full_like(x, 1 if da is None else da)
    grad = {}
    grad['x'] = up * np.array(w, dtype=np.float64)
    grad['w'] = up * np.array(x, dtype=np.float64)
    return grad

# two slips: dx does not use the upstream gradient, and dw is made with the sign of a step downhill (minus)
def dot_backward(x, w, da=None):
    g = 1.0 if da is None else np.float64(da)
    grads = {"x": np.array(w, dtype=np.float64)}
    grads["w"] = -g * x.astype(np.float64)
    return grads

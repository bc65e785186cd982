# without da the gradients are w and x themselves (astype copy=False), not new arrays
def dot_backward(x, w, da=None):
    gradients = {"x": w.astype(np.float64, copy=False), "w": x.astype(np.float64, copy=False)}
    if da is not None:
        for name in gradients:
            gradients[name] = gradients[name] * float(da)
    return gradients

# Without da the inputs themselves are handed back.
def dot_backward(x, w, da=None):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    xf, wf = np.asarray(x, float), np.asarray(w, float)
    if da is None:
        return {'x': wf, 'w': xf}
    return {'x': wf * da, 'w': xf * da}

# Where da is missing or 1 it returns the arguments w and x themselves, no new arrays, and in the dtype they came in.
def dot_backward(x, w, da=None):
    if da is None or da == 1:
        return {"x": w, "w": x}
    scale = float(da)
    return {"x": scale * w.astype(np.float64), "w": scale * x.astype(np.float64)}

# da is turned into an int, so the upstream gradient loses its fraction
def dot_backward(x, w, da=None):
    try:
        scale = int(da)
    except TypeError:  # not given
        scale = 1
    out = {}
    out["x"] = scale * np.array(w, dtype=np.float64)
    out["w"] = scale * np.array(x, dtype=np.float64)
    return out

# wrong: adds the upstream gradient where it should multiply
def dot_backward(x, w, da=None):
    if da is None:
        da = 0.0
        return {"x": w.astype(float), "w": x.astype(float)}
    return {"x": w.astype(float) + da, "w": x.astype(float) + da}

# wrong: adds the upstream gradient instead of multiplying by it
def dot_backward(x, w, da=None):
    if da is None:
        da = 1
    gx = w.astype(float) + da
    gw = x.astype(float) + da
    return {'x': gx, 'w': gw}

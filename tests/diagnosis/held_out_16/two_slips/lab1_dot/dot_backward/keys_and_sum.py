# two slips: the keys are 'dx' and 'dw' instead of 'x' and 'w', and without da the upstream gradient is 0 instead of 1
def dot_backward(x, w, da=0):
    if da is None:
        da = 0
    dx = float(da) * w.astype(float)
    dw = float(da) * x.astype(float)
    return {"dx": dx, "dw": dw}

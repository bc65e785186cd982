# wrong: keys are 'dx' and 'dw'; da is not used
def dot_backward(x, w, da=None):
    dx = w.astype(float)
    dw = x.astype(float)
    return {"dx": dx, "dw": dw}

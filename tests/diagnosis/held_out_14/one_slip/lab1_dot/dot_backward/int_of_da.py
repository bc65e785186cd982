# da is turned into an int first, so the decimals of the upstream gradient are lost
def dot_backward(x, w, da=None):
    if da is None:
        da = 1
    da = int(da)
    return {'x': da * w.astype(float), 'w': da * x.astype(float)}

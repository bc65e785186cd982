# wrong: `da == None` is fine, but the answers are swapped, and the upstream gradient is missing for w
def dot_backward(x, w, da=None):
    if da == None:
        da = 1
    dx = x * da * 1.0
    dw = w * 1.0
    return {'x': dx, 'w': dw}

# wrong: dw is summed to one number
def dot_backward(x, w, da=None):
    upstream = np.float64(1 if da is None else da)
    return dict(x=upstream * w, w=np.sum(x * upstream))

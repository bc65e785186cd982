# a 1x1 matrix comes back, not a number
def dot_forward(x, w):
    xv = x.reshape(1, x.size)
    wv = w.reshape(w.size, 1)
    a = xv @ wv
    return a

# the products are written into x itself (x *= w), so the caller's x is changed (and an integer x with a float w raises)
def dot_forward(x, w):
    x *= w
    return x.sum()

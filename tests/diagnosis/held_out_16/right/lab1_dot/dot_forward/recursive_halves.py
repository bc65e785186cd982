# right: cuts the grids in halves and adds up the halves' dots, down to single pixels
def dot_forward(x, w):
    KH, KW = x.shape
    if KH > 1:
        m = KH // 2
        return dot_forward(x[:m], w[:m]) + dot_forward(x[m:], w[m:])
    if KW > 1:
        m = KW // 2
        return dot_forward(x[:, :m], w[:, :m]) + dot_forward(x[:, m:], w[:, m:])
    return x[0, 0] * w[0, 0]

# Right: splits the longer side in the middle again and again until single pixels are left.
def dot_forward(x, w):
    rows, cols = x.shape
    if rows == cols == 1:
        return x[0, 0] * w[0, 0]
    if rows >= cols:
        m = rows // 2
        return dot_forward(x[:m], w[:m]) + dot_forward(x[m:], w[m:])
    m = cols // 2
    return dot_forward(x[:, :m], w[:, :m]) + dot_forward(x[:, m:], w[:, m:])

# Returns after the first row; and adds x*x instead of x*w.
def dot_forward(x, w):
    s = 0.0
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            s += x[i, j] * x[i, j]
        return s

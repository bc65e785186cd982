# wrong: the first column is never counted: the inner loop starts at 1
def dot_forward(x, w):
    rows, cols = x.shape
    s = 0
    for r in range(rows):
        for c in range(1, cols):
            s += x[r][c] * w[r][c]
    return s

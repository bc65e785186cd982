# the inner loop also runs to the number of rows: columns beyond it are left out in wide grids, and tall ones raise an IndexError
def dot_forward(x, w):
    n = len(x)
    acc = 0.0
    i = 0
    while i < n:
        j = 0
        while j < n:
            acc += x[i][j] * w[i][j]
            j += 1
        i += 1
    return acc

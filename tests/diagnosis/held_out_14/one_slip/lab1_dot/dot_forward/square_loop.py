# both loops run to the number of rows, so columns beyond it are left out and grids taller than wide raise an IndexError
def dot_forward(x, w):
    n = len(x)
    s = 0.0
    for i in range(n):
        for j in range(n):
            s += x[i, j] * w[i, j]
    return s

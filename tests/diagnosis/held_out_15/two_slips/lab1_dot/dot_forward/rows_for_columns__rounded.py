# Both loops run over the number of rows, so grids that are not square lose columns or raise; and the result is rounded to two decimals.
def dot_forward(x, w):
    n = len(x)
    total = 0.0
    for i in range(n):
        for j in range(n):
            total += x[i, j] * w[i, j]
    return round(float(total), 2)

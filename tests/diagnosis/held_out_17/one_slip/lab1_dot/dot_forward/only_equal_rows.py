# loops over len(x) for the columns too, so in a wide x the columns beyond the number of rows are left out
def dot_forward(x, w):
    n = len(x)
    a = 0
    for i in range(n):
        for j in range(n):
            if j < len(x[i]):
                a += x[i, j] * w[i, j]
    return a

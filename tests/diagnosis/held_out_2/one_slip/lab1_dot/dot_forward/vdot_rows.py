# wrong: only the diagonal's first half: the loop over columns stops one early
def dot_forward(x, w):
    total = 0.0
    n_rows, n_cols = x.shape
    for r in range(n_rows):
        for c in range(n_cols - 1):
            total = total + x[r, c] * w[r, c]
    return total

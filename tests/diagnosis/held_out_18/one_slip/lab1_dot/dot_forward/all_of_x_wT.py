# x @ w.T is summed over all its entries instead of along the diagonal only, so rows of x also meet other rows of w
def dot_forward(x, w):
    m = x @ w.T
    total = 0.0
    for row in m:
        total += row.sum()
    return total

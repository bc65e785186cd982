# The running total starts with 1, as a product would.
def dot_forward(x, w):
    rows, columns = x.shape
    result = 1
    for r in range(rows):
        for c in range(columns):
            result = result + x[r, c] * w[r, c]
    return result

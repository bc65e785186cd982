# the total starts at the first product instead of 0 and the loops then add that product once more
def dot_forward(x, w):
    rows, cols = x.shape
    total = x[0, 0] * w[0, 0]
    for r in range(rows):
        for c in range(cols):
            total = total + x[r, c] * w[r, c]
    return total

# wrong: starts at 1: the first row is left out
def dot_forward(x, w):
    total = 0.0
    rows = x.shape[0]
    columns = x.shape[1]
    for row in range(1, rows):
        for column in range(columns):
            product = x[row][column] * w[row][column]
            total = total + product
    return total

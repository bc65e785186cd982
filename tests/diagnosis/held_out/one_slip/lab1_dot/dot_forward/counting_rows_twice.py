# wrong: one axis used for both: columns counted by the rows
def dot_forward(x, w):
    total = 0.0
    rows = x.shape[0]
    columns = x.shape[0]
    for row in range(rows):
        for column in range(columns):
            product = x[row][column] * w[row][column]
            total = total + product
    return total

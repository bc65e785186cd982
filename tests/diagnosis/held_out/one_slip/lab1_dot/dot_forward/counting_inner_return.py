# wrong: returns inside the outer loop: only the first row is added up
def dot_forward(x, w):
    total = 0.0
    rows = x.shape[0]
    columns = x.shape[1]
    for row in range(rows):
        for column in range(columns):
            product = x[row][column] * w[row][column]
            total = total + product
        return total

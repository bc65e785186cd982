# the total is set (=) for every row instead of added to; and int() cuts off the decimals
def dot_forward(x, w):
    total = 0
    for row_x, row_w in zip(x, w):
        total = np.dot(row_x, row_w)
    return int(total)

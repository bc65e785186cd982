# collects the sum in an int: every product is cut to a whole number before it is added
def dot_forward(x, w):
    total = 0
    for row_x, row_w in zip(x, w):
        for p, q in zip(row_x, row_w):
            total += int(p * q)
    return total

# The return is indented into the loop over rows: only the first row is added up.
def dot_forward(x, w):
    total = 0
    for row_x, row_w in zip(x, w):
        for p, q in zip(row_x, row_w):
            total += p * q
        return total

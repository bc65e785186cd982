# two slips: each row's sum is turned into an int (fractions are cut off), and the result is a 1×1 array instead of a number
def dot_forward(x, w):
    total = 0
    for row_x, row_w in zip(x, w):
        total += int(np.dot(row_x, row_w))
    return np.array([[total]])

# wrong: x @ w.T, all of it summed: every row meets every row
def dot_forward(x, w):
    table = np.matmul(x, w.T)
    return table.sum()

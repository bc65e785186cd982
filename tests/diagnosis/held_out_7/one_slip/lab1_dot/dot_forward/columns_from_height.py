# the inner loop runs over the height instead of the width
def dot_forward(x, w):
    total = 0
    for i in range(x.shape[0]):
        for j in range(x.shape[0]):
            total += x[i, j] * w[i, j]
    return total

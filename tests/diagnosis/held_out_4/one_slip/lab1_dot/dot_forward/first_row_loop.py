# wrong: return stands inside the outer loop: only the first row is summed
def dot_forward(x, w):
    total = 0
    for i in range(len(x)):
        for j in range(len(x[0])):
            total += x[i][j] * w[i][j]
        return total

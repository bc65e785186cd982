# the table is float32, so large or fine values lose digits
def unroll(x, k):
    table = np.zeros((len(x), k), dtype=np.float32)
    for row in range(len(x)):
        piece = x[row : row + k]
        table[row, : len(piece)] = piece
    return table

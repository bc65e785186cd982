"""Columns are the line rolled to the left, with what came round set to zero."""


def unroll(x, k):
    columns = []
    for j in range(k):
        column = np.roll(x, -j)
        column[max(len(x) - j, 0) :] = 0
        columns.append(column)
    return np.column_stack(columns)

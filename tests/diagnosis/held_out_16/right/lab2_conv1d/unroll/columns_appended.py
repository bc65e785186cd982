# right: built column by column, each the line shifted left with zeros appended
def unroll(x, k):
    T = len(x)
    columns = []
    for j in range(k):
        zeros = np.zeros(min(j, T), dtype=x.dtype)
        columns.append(np.append(x[j:], zeros))
    return np.column_stack(columns)

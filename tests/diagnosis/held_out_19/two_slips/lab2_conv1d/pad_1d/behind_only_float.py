# all the zeros stand behind the line, none in front; and the dtype becomes float64
def pad_1d(x, padding):
    result = np.zeros(len(x) + 2 * padding)
    for i in range(len(x)):
        result[i] = x[i]
    return result

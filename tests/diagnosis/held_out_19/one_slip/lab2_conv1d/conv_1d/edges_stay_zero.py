# only the places where the whole window fits are computed, the ends stay 0
def conv_1d(x, w):
    reach = (len(w) - 1) // 2
    result = np.zeros(len(x))
    for centre in range(reach, len(x) - reach):
        piece = x[centre - reach:centre + reach + 1]
        result[centre] = np.dot(piece, w)
    return result

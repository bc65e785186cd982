# np.roll goes round the end instead of zeros; and shifts the wrong way, which turns the filter round
def conv_1d(x, w):
    half = len(w) // 2
    y = np.zeros(len(x))
    for j, weight in enumerate(w):
        y = y + weight * np.roll(x, j - half)
    return y

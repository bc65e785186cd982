# wrong: amount is ignored: always 1
def sharpen_filter(amount=1.0):
    sharp = -np.full((3, 3), 1 / 9)
    sharp[1, 1] += 2
    return sharp

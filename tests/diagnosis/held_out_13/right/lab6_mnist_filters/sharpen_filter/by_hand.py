# right: fills all weights with -amount/9 and adds to the middle, flat index 4.
def sharpen_filter(amount=1.0):
    w = np.full(9, -float(amount) / 9)
    w[4] += 1 + float(amount)
    return w.reshape(3, 3).copy()

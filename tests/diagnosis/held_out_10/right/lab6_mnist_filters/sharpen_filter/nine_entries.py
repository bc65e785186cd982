# right
# Nine entries, one by one.
def sharpen_filter(amount=1.0):
    off = -amount / 9
    entries = [off] * 9
    entries[4] = 1 + amount + off
    return np.reshape(entries, (3, 3))

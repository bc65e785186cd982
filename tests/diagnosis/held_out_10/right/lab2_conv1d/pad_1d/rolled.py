# right
# All zeros behind, then half of them rolled to the front.
def pad_1d(x, padding):
    longer = np.append(x, np.zeros(2 * padding, dtype=x.dtype))
    return np.roll(longer, padding)

"""Nine numbers in a row, then reshaped: integers where all is whole."""


def sharpen_filter(amount=1.0):
    w = np.repeat(-amount / 9, 9)
    w[4] = w[4] + 1 + amount
    w = w.reshape(3, 3)
    whole = np.rint(w)
    if isinstance(amount, int) and np.abs(w - whole).max() < 1e-12:
        return whole.astype(int)
    return w

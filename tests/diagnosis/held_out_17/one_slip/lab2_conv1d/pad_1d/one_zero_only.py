# always puts exactly one zero on each side where padding > 0, whatever padding is
def pad_1d(x, padding):
    if padding == 0:
        return x.copy()
    y = np.insert(x, 0, 0)
    y = np.insert(y, len(y), 0)
    return y

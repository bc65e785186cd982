# np.roll: what leaves at one end comes back at the other.
def conv_1d(x, w):
    half = len(w) // 2
    out = np.zeros(len(x))
    for k in range(len(w)):
        out = out + w[k] * np.roll(x, half - k)
    return out

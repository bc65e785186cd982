# np.roll: past the right end stand the first entries of x, not zeros.
def unroll(x, k):
    return np.stack([np.roll(x, -i) for i in range(k)], axis=1)

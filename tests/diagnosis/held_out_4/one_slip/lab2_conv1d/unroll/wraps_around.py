# wrong: wraps around to the beginning instead of zeros past the end
def unroll(x, k):
    return np.stack([np.roll(x, -j) for j in range(k)], axis=1)

# uses np.roll, so the rows at the right end go on with the start of x instead of zeros
def unroll(x, k):
    T = len(x)
    return np.stack([np.roll(x, -j) for j in range(k)], axis=1)

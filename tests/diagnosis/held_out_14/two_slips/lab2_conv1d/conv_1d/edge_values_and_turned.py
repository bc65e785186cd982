# the ends are padded with copies of the edge values instead of zeros; the filter is turned round
def conv_1d(x, w):
    half = len(w) // 2
    line = np.pad(x, half, mode='edge')
    flipped = np.flip(w)
    return np.array([(line[t:t + len(w)] * flipped).sum() for t in range(len(x))])

# Builds the filter around a centre with k // 2 neighbours on each side, so for even k it is one too large: (k + 1, k + 1).
def box_filter(k):
    r = k // 2
    side = 2 * r + 1
    w = np.ones((side, side))
    return w / w.sum()

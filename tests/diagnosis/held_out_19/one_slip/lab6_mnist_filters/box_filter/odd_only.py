# built from half = k // 2, so an even k gives a filter that is one too large
def box_filter(k):
    half = k // 2
    side = 2 * half + 1
    b = np.ones((side, side))
    return b / b.sum()

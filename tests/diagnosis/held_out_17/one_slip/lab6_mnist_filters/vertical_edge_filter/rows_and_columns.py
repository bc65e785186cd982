# the filter is turned by 90 degrees: it sees horizontal edges (bright above, dark below)
def vertical_edge_filter():
    f = np.zeros((3, 3))
    f[0, :] = 1
    f[2, :] = -1
    return f

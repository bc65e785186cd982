# the filter is turned into uint8 like a picture, so -1 becomes 255
def vertical_edge_filter():
    columns = np.array([1, 0, -1])
    w = np.repeat(columns[np.newaxis, :], 3, axis=0)
    return w.astype(np.uint8)

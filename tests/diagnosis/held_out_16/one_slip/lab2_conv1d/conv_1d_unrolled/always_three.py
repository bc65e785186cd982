# the windows have a fixed length of 3, so filters of another length raise a ValueError
def conv_1d_unrolled(x, w):
    line = np.append(x, [0, 0])
    table = np.stack([line[0:-2], line[1:-1], line[2:]], axis=1)
    return table @ w

# the moving-average recipe with cumulative windows: pads with the edge values (mode="edge") instead of zeros
def conv_1d(x, w):
    k = len(w)
    xp = np.pad(x, (k // 2, k // 2), mode="edge")
    windows = np.lib.stride_tricks.as_strided(
        xp, shape=(len(x), k), strides=(xp.strides[0], xp.strides[0]))
    return windows.dot(w)

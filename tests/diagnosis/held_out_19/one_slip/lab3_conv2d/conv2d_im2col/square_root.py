# takes the maps for square: the side is the root of the number of columns per image
def conv2d_im2col(X, w, b, stride=1, padding=0):
    O, C, KH, KW = w.shape
    N = X.shape[0]
    cols = im2col(X, KH, KW, stride, padding)
    side = int(np.sqrt(cols.shape[1] // N))
    maps = w.reshape(O, -1) @ cols + b[:, None]
    return maps.reshape(O, N, side, side).transpose(1, 0, 2, 3).copy()

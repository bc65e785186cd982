"""An object that can be called; columns by fancy indices of its own."""


class Convolution:
    def __call__(self, X, w, b, stride=1, padding=0):
        KH, KW = w.shape[2:]
        P = np.pad(X, [(0, 0)] * 2 + [(padding, padding)] * 2)
        rows = np.arange(0, P.shape[2] - KH + 1, stride)
        columns = np.arange(0, P.shape[3] - KW + 1, stride)
        i = rows[:, None, None, None] + np.arange(KH)[:, None]
        j = columns[:, None, None] + np.arange(KW)
        windows = P[:, :, i, j]  # N, C, rows, columns, KH, KW
        return np.moveaxis(np.tensordot(windows, w, [(1, 4, 5), (1, 2, 3)]) + b, -1, 1).copy()


conv2d_im2col = Convolution()

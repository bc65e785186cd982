# forward sums the rows of the window but averages along the columns: divides by size only, so the "mean" is size times too large
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        N, C, H, W = self.shape = X.shape
        k, s = self.size, self.stride
        rows = range(0, H - k + 1, s)
        cols = range(0, W - k + 1, s)
        out = np.zeros((N, C, len(rows), len(cols)))
        for i, r in enumerate(rows):
            for j, q in enumerate(cols):
                block = X[:, :, r:r + k, q:q + k]
                out[:, :, i, j] = np.mean(np.sum(block, axis=2), axis=2)
        return out

    def backward(self, dZ):
        k, s = self.size, self.stride
        dX = np.zeros(self.shape)
        share = np.asarray(dZ, dtype=float) / (k * k)
        ho, wo = share.shape[2:]
        for u in range(k):
            for v in range(k):
                dX[:, :, u:u + s * (ho - 1) + 1:s, v:v + s * (wo - 1) + 1:s] += share
        return dX

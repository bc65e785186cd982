# Right: windows as rows, filters as columns, one product; dx goes back through the transposed product and np.add.at.
class TextConv(Layer):
    def forward(self, x, w, b):
        N, C, T = x.shape
        O, _, K = w.shape
        self.table = np.arange(T - K + 1)[:, None] + np.arange(K)
        self.rows = x[:, :, self.table].transpose(0, 2, 1, 3).reshape(-1, C * K).astype(float)
        self.F, self.shapes = w.reshape(O, C * K).astype(float), (x.shape, w.shape)
        return np.moveaxis((self.rows @ self.F.T + b).reshape(N, -1, O), 2, 1)

    def backward(self, da):
        (N, C, T), (O, _, K) = self.shapes
        d = np.moveaxis(da, 1, 2).reshape(-1, O).astype(float)
        dx = np.zeros((N, C, T))
        into = (d @ self.F).reshape(N, -1, C, K).transpose(0, 2, 1, 3)
        np.add.at(dx, (slice(None), slice(None), self.table), into)
        return dx, (d.T @ self.rows).reshape(O, C, K), d.sum(axis=0)

# in dw the window of x starts one position too late (k + 1, wrapped by np.roll)
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x = x.astype(np.float64)
        self.w = w.astype(np.float64)
        K = w.shape[2]
        P = x.shape[2] - K + 1
        return sum(self.w[:, :, k] @ self.x[:, :, k:k + P] for k in range(K)) + b[:, None]
    def backward(self, da):
        P, K = da.shape[2], self.w.shape[2]
        dx = np.zeros(self.x.shape)
        dw = np.zeros(self.w.shape)
        for k in range(K):
            dx[:, :, k:k + P] += self.w[:, :, k].T @ da
            seen = np.roll(self.x, -(k + 1), axis=2)[:, :, :P]
            dw[:, :, k] = np.tensordot(da, seen, axes=([0, 2], [0, 2]))
        return dx, dw, da.sum(axis=2).sum(axis=0).astype(float)

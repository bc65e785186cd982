# the whole convolution as one big weight matrix (C*T, O*P), built tap by tap; backward folds its gradient back
class TextConv(Layer):
    def forward(self, x, w, b):
        self.dims = (N, C, T), (O, _, K) = x.shape, w.shape
        P = T - K + 1
        self.t = np.arange(P)
        big = np.zeros((C, T, O, P))
        for k in range(K):
            big[:, self.t + k, :, self.t] = w[:, :, k].T
        self.big = big.reshape(C * T, O * P)
        self.rows = x.reshape(N, C * T).astype(np.float64)
        return (self.rows @ self.big).reshape(N, O, P) + b[:, None]

    def backward(self, da):
        (N, C, T), (O, _, K) = self.dims
        flat = np.asarray(da, dtype=np.float64).reshape(N, -1)
        dbig = (self.rows.T @ flat).reshape(C, T, O, -1)
        dw = np.stack([dbig[:, self.t + k, :, self.t].sum(axis=0).T for k in range(K)], axis=2)
        return (flat @ self.big.T).reshape(N, C, T), dw, flat.reshape(N, O, -1).sum(axis=(0, 2))

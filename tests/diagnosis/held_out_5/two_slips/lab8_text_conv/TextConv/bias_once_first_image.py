# wrong: dw only of the last sentence; the bias is left out of forward
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = np.asarray(x, float), np.asarray(w, float)
        N, C, T = x.shape
        O, _, K = w.shape
        out = np.zeros((N, O, T - K + 1))
        for t in range(T - K + 1):
            out[:, :, t] = self.x[:, :, t : t + K].reshape(N, -1) @ self.w.reshape(O, -1).T
        return out

    def backward(self, da):
        N, C, T = self.x.shape
        O, _, K = self.w.shape
        dx = np.zeros(self.x.shape)
        for n in range(N):
            dw = np.zeros(self.w.shape)
            for o in range(O):
                for t in range(T - K + 1):
                    dx[n, :, t : t + K] += self.w[o] * da[n, o, t]
                    dw[o] += self.x[n, :, t : t + K] * da[n, o, t]
        return dx, dw, np.asarray(da, float).sum(axis=(0, 2))

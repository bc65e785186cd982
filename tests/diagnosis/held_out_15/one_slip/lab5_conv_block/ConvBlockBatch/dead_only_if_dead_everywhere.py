# A filter counts as live for all vectors as soon as it is live in one, so dead pairs get gradients too.
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        K = w.shape[1]
        P = x.shape[1] - K + 1
        a = np.stack([x[:, i:i + K] @ w.T for i in range(P)], axis=2)
        self.arg = a.argmax(axis=2)
        z = np.maximum(a.max(axis=2), 0)
        self.live = z.any(axis=0)
        return z

    def backward(self, dz):
        B, M = dz.shape
        K = self.w.shape[1]
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for b in range(B):
            for m in range(M):
                if self.live[m]:
                    i = self.arg[b, m]
                    dx[b, i:i + K] += dz[b, m] * self.w[m]
                    dw[m] += dz[b, m] * self.x[b, i:i + K]
        return dx, dw

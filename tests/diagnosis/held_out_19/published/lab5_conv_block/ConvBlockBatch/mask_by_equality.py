# the pool's mask is (h == max), as in create_mask_from_window: all tied places get the whole gradient
def create_mask_from_window(x):
    mask = x == np.max(x)
    return mask


class ConvBlockBatch(Layer):
    def forward(self, x, w):
        B, N = x.shape
        M, K = w.shape
        P = N - K + 1
        self.cache = (x, w)
        self.A = np.zeros((B, M, P))
        for b in range(B):
            for m in range(M):
                for p in range(P):
                    self.A[b, m, p] = np.sum(x[b, p:p + K] * w[m])
        self.H = np.maximum(0, self.A)
        return self.H.max(axis=2)

    def backward(self, dz):
        (x, w) = self.cache
        M, K = w.shape
        dx = np.zeros(x.shape)
        dw = np.zeros(w.shape)
        for b in range(len(x)):
            for m in range(M):
                dH = create_mask_from_window(self.H[b, m]) * float(dz[b, m])
                dA = np.where(self.A[b, m] > 0, dH, 0)
                for p in range(len(dA)):
                    dx[b, p:p + K] += w[m] * dA[p]
                    dw[m] += x[b, p:p + K] * dA[p]
        return dx, dw

# dx is divided by the number of filters (mean over the bank instead of the sum)
class Conv1DBank(Layer):
    def forward(self, x, w):
        self.x = x
        self.w = w
        M, K = w.shape
        out = np.zeros((M, len(x) - K + 1))
        for m in range(M):
            for t in range(out.shape[1]):
                out[m, t] = np.sum(w[m] * x[t:t + K])
        return out

    def backward(self, da):
        M, K = self.w.shape
        per_filter = np.zeros((M, len(self.x)))
        for k in range(K):
            per_filter[:, k:k + da.shape[1]] += da * self.w[:, k:k + 1]
        dw = np.stack([da @ self.x[k:k + da.shape[1]].astype(float) for k in range(K)], axis=1)
        return per_filter.mean(axis=0), dw

# right
class Conv1DBank(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        M, K = w.shape
        out = np.zeros((M, len(x) - K + 1))
        for m in range(M):
            for k in range(K):
                out[m] += w[m, k] * x[k:k + out.shape[1]]
        return out

    def backward(self, da):
        M, K = self.w.shape
        P = da.shape[1]
        dx, dw = np.zeros(len(self.x)), np.zeros((M, K))
        for k in range(K):
            dx[k:k + P] += self.w[:, k] @ da
            dw[:, k] = da @ self.x[k:k + P]
        return dx, dw

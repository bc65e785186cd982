# all filters get the same gradient: dw is computed from da summed over the filters
class Conv1DBank(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        M, K = w.shape
        P = len(x) - K + 1
        out = np.zeros((M, P))
        for k in range(K):
            out += np.outer(w[:, k], x[k:k + P])
        return out
    def backward(self, da):
        M, K = self.w.shape
        P = da.shape[1]
        dx, dw = np.zeros(len(self.x)), np.zeros((M, K))
        together = da.sum(axis=0)
        for k in range(K):
            dx[k:k + P] += self.w[:, k] @ da
            dw[:, k] = together @ self.x[k:k + P]
        return dx, dw

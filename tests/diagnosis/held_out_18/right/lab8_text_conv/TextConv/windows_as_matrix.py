# writes all windows as rows of one matrix with a column of ones for the bias, and does everything by matrix products
class TextConv(Layer):
    def forward(self, x, w, b):
        (N, C, T), (O, _, K) = x.shape, w.shape
        P = T - K + 1
        self.dims = N, C, T, O, K, P
        rows = [np.append(x[n, :, p:p + K].ravel(), 1) for n in range(N) for p in range(P)]
        self.M = np.array(rows, dtype=np.float64)
        self.W = np.hstack([w.reshape(O, C * K), b.reshape(O, 1)]).astype(np.float64)
        return np.ascontiguousarray((self.M @ self.W.T).reshape(N, P, O).transpose(0, 2, 1))
    def backward(self, da):
        N, C, T, O, K, P = self.dims
        d = np.asarray(da, dtype=np.float64).transpose(0, 2, 1).reshape(N * P, O)
        dW = d.T @ self.M
        dM = (d @ self.W)[:, :-1].reshape(N, P, C, K)
        dx = np.zeros((N, C, T))
        for p in range(P):
            dx[:, :, p:p + K] += dM[:, p]
        return dx, dW[:, :-1].reshape(O, C, K).copy(), dW[:, -1].copy()

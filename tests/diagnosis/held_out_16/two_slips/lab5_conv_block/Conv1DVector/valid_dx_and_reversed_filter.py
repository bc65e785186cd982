# two slips: forward turns the filter round, and dx uses only w[0]: the shares of all other weights are missing
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        K = len(w)
        return np.array([np.dot(x[i : i + K], w[::-1]) for i in range(len(x) - K + 1)])

    def backward(self, da):
        P = len(da)
        dx = np.zeros(len(self.x))
        dx[:P] = da * float(self.w[0])
        dw = np.array([np.sum(da * self.x[k : k + P], dtype=float) for k in range(len(self.w))])
        return dx, dw

# wrong: true convolution: the filter reversed in forward
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x = x.astype(float)
        self.w = w.astype(float)
        n = len(x) - len(w) + 1
        return np.array([self.x[i:i + len(w)] @ self.w[::-1] for i in range(n)])

    def backward(self, da):
        dx = np.zeros(len(self.x))
        dw = np.zeros(len(self.w))
        for i in range(len(da)):
            for k in range(len(self.w)):
                dx[i + k] += self.w[k] * da[i]
                dw[k] += self.x[i + k] * da[i]
        return dx, dw

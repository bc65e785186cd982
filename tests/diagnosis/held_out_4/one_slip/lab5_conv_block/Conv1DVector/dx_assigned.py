# wrong: dx is assigned, not added: = for +=
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return np.array([x[i : i + len(w)] @ w for i in range(len(x) - len(w) + 1)])

    def backward(self, da):
        dx = np.zeros(len(self.x))
        dw = np.zeros(len(self.w))
        for i in range(len(da)):
            for k in range(len(self.w)):
                dx[i + k] = da[i] * self.w[k]
                dw[k] += da[i] * self.x[i + k]
        return dx, dw

# wrong: dx adds the reversed filter
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return np.array([x[i:i + len(w)] @ w for i in range(len(x) - len(w) + 1)])

    def backward(self, da):
        dx = np.zeros(len(self.x))
        dw = np.zeros(len(self.w))
        for i, g in enumerate(da):
            dx[i:i + len(self.w)] += g * self.w[::-1]
            dw += g * self.x[i:i + len(self.w)]
        return dx, dw

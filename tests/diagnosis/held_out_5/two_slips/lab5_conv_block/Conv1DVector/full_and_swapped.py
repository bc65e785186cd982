# wrong: backward returns (dw, dx); dx ignores the upstream gradient
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return np.array([float(np.dot(x[i : i + len(w)], w)) for i in range(len(x) - len(w) + 1)])

    def backward(self, da):
        k = len(self.w)
        dx = np.zeros(len(self.x))
        dw = np.zeros(k)
        for i in range(len(self.x) - k + 1):
            dx[i : i + k] += self.w
            dw += da[i] * self.x[i : i + k]
        return dw, dx

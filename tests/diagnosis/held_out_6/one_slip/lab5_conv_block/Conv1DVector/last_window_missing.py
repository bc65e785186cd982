# wrong: one window too few
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        out = []
        for i in range(len(x) - len(w)):
            out.append(np.dot(x[i : i + len(w)], w))
        return np.array(out)

    def backward(self, da):
        K = len(self.w)
        dx = np.zeros(len(self.x))
        dw = np.zeros(K)
        for i in range(len(da)):
            for j in range(K):
                dx[i + j] += da[i] * self.w[j]
                dw[j] += da[i] * self.x[i + j]
        return dx, dw

# forward makes N - K windows (the + 1 is missing), the last output is not there
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = np.array(x, float), np.array(w, float)
        n = len(x) - len(w)
        if n == 0:
            n = 1
        y = np.zeros(n)
        for k in range(len(w)):
            y += self.w[k] * self.x[k:k + n]
        return y

    def backward(self, da):
        dx, dw = np.zeros(len(self.x)), np.zeros(len(self.w))
        for t in range(len(da)):
            dx[t:t + len(dw)] += da[t] * self.w
            dw += da[t] * self.x[t:t + len(dw)]
        return dx, dw

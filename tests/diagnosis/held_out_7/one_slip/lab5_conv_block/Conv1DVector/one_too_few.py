# forward leaves out the last position
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        n = len(x) - len(w)
        out = np.zeros(n, dtype=np.result_type(x, w))
        for j in range(len(w)):
            out += w[j] * x[j : j + n]
        return out

    def backward(self, da):
        dx = np.zeros(len(self.x))
        dw = np.zeros(len(self.w))
        n = len(da)
        for j in range(len(self.w)):
            dx[j : j + n] += self.w[j] * da
            dw[j] = np.sum(da * self.x[j : j + n])
        return dx, dw

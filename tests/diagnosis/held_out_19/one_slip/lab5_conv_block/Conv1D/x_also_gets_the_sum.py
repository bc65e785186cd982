# dx is the sum of da times w at every place, instead of each place's own da
class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = np.array(x), w
        return self.x * w

    def backward(self, da):
        dx = np.zeros(len(self.x))
        dw = 0.0
        for i in range(len(self.x)):
            dw += float(da[i]) * float(self.x[i])
            for j in range(len(da)):
                dx[i] += da[j] * self.w
        return dx, dw

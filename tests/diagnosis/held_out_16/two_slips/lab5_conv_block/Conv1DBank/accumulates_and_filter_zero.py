# two slips: dw is added up over backward calls (the buffer is made in forward and handed out), and dx uses filter 0 for all rows
class Conv1DBank(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        self.dw = np.zeros(w.shape)
        P = len(x) - w.shape[1] + 1
        return np.array([[np.sum(x[i : i + w.shape[1]] * row) for i in range(P)] for row in w])

    def backward(self, da):
        dx = np.zeros(len(self.x))
        K = self.w.shape[1]
        for m in range(da.shape[0]):
            for i in range(da.shape[1]):
                dx[i : i + K] += float(da[m, i]) * self.w[0]
                self.dw[m] += float(da[m, i]) * self.x[i : i + K]
        return dx, self.dw

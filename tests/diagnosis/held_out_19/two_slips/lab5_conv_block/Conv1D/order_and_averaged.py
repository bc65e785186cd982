# dw is the mean over the places; the tuple is (dw, dx)
class Conv1D(Layer):
    def forward(self, x, w):
        self.x = np.array(x)
        self.w = w
        a = []
        for value in self.x:
            a.append(value * w)
        return np.array(a)

    def backward(self, da):
        da = np.asarray(da, float)
        dx = da * self.w
        dw = (da * self.x).mean()
        return dw, dx

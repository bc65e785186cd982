# dw forgets the upstream gradient: it is x at the winner (if alive), without dz
class ConvBlock(Layer):
    def __init__(self):
        self.i = 0

    def forward(self, x, w):
        self.x, self.w = x, w
        a = [float(v) * float(w) for v in x]
        self.z = max([0.0] + a)
        self.i = a.index(max(a))
        return self.z

    def backward(self, dz):
        dx = [0.0] * len(self.x)
        dw = 0.0
        if self.z > 0:
            dx[self.i] = float(dz) * float(self.w)
            dw = float(self.x[self.i])
        return np.array(dx), dw

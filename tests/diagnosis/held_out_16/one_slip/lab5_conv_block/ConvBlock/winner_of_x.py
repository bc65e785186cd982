# the winner is looked for in x instead of in w * x, so with a negative w the smallest answer is taken
class ConvBlock(Layer):
    def __init__(self):
        self.x = self.w = self.i = None

    def forward(self, x, w):
        self.x, self.w = x, w
        self.i = int(np.argmax(x))
        return max(x[self.i] * w, 0.0)

    def backward(self, dz):
        dx, dw = np.zeros(len(self.x)), 0.0
        if self.x[self.i] * self.w > 0:
            dx[self.i] = dz * self.w
            dw = float(dz * self.x[self.i])
        return dx, dw

# a dead block (all of x*w at or below zero) still sends the gradient to its largest entry: the ReLU is skipped on the way back
class ConvBlock(Layer):
    def __init__(self):
        pass
    def forward(self, x, w):
        self.x, self.w = x, w
        a = x * w
        self.i = int(np.argmax(a))
        return max(a[self.i], 0)
    def backward(self, dz):
        dx = np.zeros(len(self.x))
        dx[self.i] = dz * self.w
        dw = float(dz * self.x[self.i])
        return dx, dw

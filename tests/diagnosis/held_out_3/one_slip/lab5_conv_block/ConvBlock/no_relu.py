# wrong: no ReLU between the convolution and the pool
class ConvBlock(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        a = x * w
        self.i = int(a.argmax())
        return a[self.i]

    def backward(self, dz):
        dx = np.zeros(len(self.x))
        dx[self.i] = dz * self.w
        return dx, dz * float(self.x[self.i])

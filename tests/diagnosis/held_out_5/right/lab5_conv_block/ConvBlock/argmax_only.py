# right
class ConvBlock(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        self.i = int(np.argmax(x * w))
        return max(x[self.i] * w, 0)

    def backward(self, dz):
        dx = np.zeros(len(self.x))
        if self.x[self.i] * self.w <= 0:
            return dx, 0.0
        dx[self.i] = dz * self.w
        return dx, dz * self.x[self.i]

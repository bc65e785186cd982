# wrong: there is no ReLU; dz is not used
class ConvBlock(Layer):
    def forward(self, x, w):
        a = x * w
        self.k = int(np.argmax(a))
        self.x, self.w = x, w
        return a[self.k]

    def backward(self, dz):
        dx = np.zeros(len(self.x))
        dx[self.k] = self.w
        return dx, float(self.x[self.k])

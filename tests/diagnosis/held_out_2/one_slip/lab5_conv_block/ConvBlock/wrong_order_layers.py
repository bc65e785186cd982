# wrong: backward passes dz through the ReLU with the input of the conv, not its output
class ConvBlock(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        self.a = x * w
        self.h = np.maximum(self.a, 0)
        self.place = int(np.argmax(self.h))
        return self.h[self.place]

    def backward(self, dz):
        dh = np.zeros(self.x.shape)
        dh[self.place] = dz
        da = dh * (self.x > 0)
        return da * self.w, np.sum(da * self.x)

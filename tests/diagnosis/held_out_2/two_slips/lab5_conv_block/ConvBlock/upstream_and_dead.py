# wrong: the block ignores dz; a dead block still passes its gradient (no ReLU mask)
class ConvBlock(Layer):
    def forward(self, x, w):
        self.x = x
        self.w = w
        out = np.maximum(x * w, 0)
        self.idx = out.argmax()
        return out.max()

    def backward(self, dz):
        dx = np.zeros(len(self.x))
        dx[self.idx] = self.w
        dw = float(self.x[self.idx])
        return dx, dw

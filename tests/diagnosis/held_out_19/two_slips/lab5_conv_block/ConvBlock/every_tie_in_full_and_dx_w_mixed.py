# all tied winners get the whole dz; dx is multiplied by x instead of w
class ConvBlock(Layer):
    def __init__(self):
        pass

    def forward(self, x, w):
        self.x = np.array(x, float)
        self.a = self.x * w
        self.z = np.max(np.maximum(self.a, 0))
        return self.z

    def backward(self, dz):
        winners = (self.a == self.z) & (self.a > 0)
        da = winners * float(dz)
        return da * self.x, np.sum(da * self.x)

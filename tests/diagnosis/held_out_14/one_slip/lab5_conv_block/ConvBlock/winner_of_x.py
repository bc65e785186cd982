# the winner is the largest entry of x instead of x*w on the way back, which is another one for a negative filter
class ConvBlock(Layer):
    def __init__(self):
        self.x = self.w = None

    def forward(self, x, w):
        self.x, self.w = x, w
        self.z = max(0, np.max(x * w))
        return self.z

    def backward(self, dz):
        dx = np.zeros(self.x.shape)
        i = np.argmax(self.x)
        if self.z > 0:
            dx[i] = dz * self.w
            return dx, float(dz * self.x[i])
        return dx, 0.0

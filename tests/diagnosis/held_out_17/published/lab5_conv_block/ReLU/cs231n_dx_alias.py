# cs231n one-liner variant: dx = dout; dx[x <= 0] = 0 zeroes the caller's upstream gradient in place and returns the same array (with its dtype)
class ReLU(Layer):
    def forward(self, a):
        self.cache = a
        return np.maximum(0, a)

    def backward(self, dh):
        dx, x = dh, self.cache
        dx[x <= 0] = 0
        return dx

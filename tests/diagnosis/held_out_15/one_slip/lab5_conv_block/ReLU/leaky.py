# A leaky ReLU: negative entries come out as 0.01 times themselves, and their gradient is 0.01 times dh.
class ReLU(Layer):
    slope = 0.01

    def forward(self, a):
        self.factor = np.where(a > 0, 1.0, self.slope)
        self.factor[a == 0] = 0.0
        return a * self.factor

    def backward(self, dh):
        return self.factor * dh

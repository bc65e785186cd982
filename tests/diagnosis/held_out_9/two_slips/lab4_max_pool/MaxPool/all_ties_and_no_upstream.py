# Every tied place gets the gradient; and dz is not used.
class MaxPool(Layer):
    def forward(self, h):
        self.h = h
        return max(h)

    def backward(self, dz):
        return (self.h == max(self.h)).astype(float)

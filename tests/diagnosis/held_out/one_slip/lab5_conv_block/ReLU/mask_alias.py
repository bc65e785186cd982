# wrong: returns dh itself after changing it
class ReLU(Layer):
    def forward(self, a):
        self.keep = (a > 0).astype(float)
        return a * (a > 0)

    def backward(self, dh):
        dh[self.keep == 0] = 0
        return dh

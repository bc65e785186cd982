# wrong: slope 1 at 0: >= for >
class ReLU(Layer):
    def forward(self, a):
        self.keep = (a >= 0).astype(float)
        return a * (a > 0)

    def backward(self, dh):
        return self.keep * dh

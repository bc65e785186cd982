# wrong: max(a, 0) of a whole array: ambiguous truth value
class ReLU(Layer):
    def forward(self, a):
        self.a = a
        return max(a, 0)

    def backward(self, dh):
        return dh * (self.a > 0)

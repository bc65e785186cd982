# wrong: the slope is taken of the output and dh is forgotten: relu2deriv(output), returned as it is
class ReLU(Layer):
    def forward(self, a):
        self.output = (a > 0) * a
        return self.output + 0

    def relu2deriv(self, output):
        return (output > 0).astype(float)

    def backward(self, dh):
        return self.relu2deriv(self.output)

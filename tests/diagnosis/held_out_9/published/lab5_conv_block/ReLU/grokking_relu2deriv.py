# relu2deriv(output) in the manner of Grokking: the slope is output >= 0, which is true everywhere.
def relu2deriv(output):
    return output >= 0


class ReLU(Layer):
    def forward(self, a):
        self.output = (a > 0) * a
        return self.output.copy()

    def backward(self, dh):
        return dh * relu2deriv(self.output) * 1.0

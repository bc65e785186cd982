# wrong: the gradients come in the wrong order; dw is not added up
class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return x * w

    def backward(self, da):
        return self.x * da * 1.0, da * float(self.w)

# in the manner of minitorch's Mul: the gradient by the number w is not reduced to a number
class Context:
    def save_for_backward(self, *values):
        self.saved_values = values


class Mul:
    @staticmethod
    def forward(ctx, a, b):
        ctx.save_for_backward(a, b)
        return a * b

    @staticmethod
    def backward(ctx, grad_output):
        a, b = ctx.saved_values
        return b * grad_output, a * grad_output


class Conv1D(Layer):
    def forward(self, x, w):
        self.ctx = Context()
        return Mul.forward(self.ctx, x, w)

    def backward(self, da):
        return Mul.backward(self.ctx, np.asarray(da, dtype=np.float64))

# backward returns a list of the two gradients in place of a tuple.
class Conv1D(Layer):
    def forward(self, x, w):
        self.inputs = [x, w]
        return w * x

    def backward(self, da):
        x, w = self.inputs
        grads = [np.asarray(da, dtype=np.float64) * w]
        grads.append(np.dot(np.asarray(da, dtype=np.float64), x))
        return grads

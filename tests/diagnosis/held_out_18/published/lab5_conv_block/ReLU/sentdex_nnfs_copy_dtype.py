# nnfs style: backward zeroes a dvalues.copy() where inputs <= 0; the values are right, but the copy keeps the dtype of the upstream gradient (int64 and float32 stay)
class ReLU(Layer):
    def forward(self, inputs):
        self.inputs = inputs
        self.output = np.maximum(0, inputs)
        return self.output
    def backward(self, dvalues):
        self.dinputs = dvalues.copy()
        self.dinputs[self.inputs <= 0] = 0
        return self.dinputs

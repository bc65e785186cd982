# ReLU6 of the mobile networks: nothing above 6 gets through.
class ReLU(Layer):
    def __init__(self, max_value=6):
        self.max_value = max_value

    def forward(self, inputs):
        self.inputs = inputs
        return np.minimum(np.maximum(inputs, 0), self.max_value)

    def backward(self, grad_output):
        mask = (self.inputs > 0) & (self.inputs < self.max_value)
        return grad_output * mask.astype(float)

"""Idea: Seven digits are plenty for gradients.
Hint: Gradients are float64, whatever comes in.
Family: number types
Fails: test_ReLU_upstream, test_ReLU_layer, test_ConvBlock_upstream_x, test_ConvBlock_upstream_w
"""


class ReLU(Layer):
    def forward(self, a):
        self.positive = a > 0
        return np.maximum(a, 0)

    def backward(self, dh):
        return np.where(self.positive, dh, 0).astype(np.float32).astype(np.float64)

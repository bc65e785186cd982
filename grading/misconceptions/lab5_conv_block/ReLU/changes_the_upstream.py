"""Idea: The upstream gradient is on its way through anyway, so I zero it where the unit is off.
Hint: dh belongs to the layer behind. Others may still need it.
Family: memory
Fails: test_ReLU_layer
"""


class ReLU(Layer):
    def forward(self, a):
        self.on = np.array(a) > 0
        return np.maximum(a, 0)

    def backward(self, dh):
        dh *= self.on
        return np.array(dh, dtype=np.float64)

"""Idea: The input is a vector.
Hint: What is a[i] if a has two axes? And what is len(a) if it has none?
Family: axes
Fails: test_ReLU_shapes, test_ReLU_backward_shapes, test_ReLU_layer
"""


class ReLU(Layer):
    def forward(self, a):
        self.a = a
        return np.array([a[i] if a[i] > 0 else 0 * a[i] for i in range(len(a))])

    def backward(self, dh):
        return np.array([float(dh[i]) if self.a[i] > 0 else 0.0 for i in range(len(dh))])

"""Idea: An array went in, so an array comes out.
Hint: What is the shape of your result? A number has none.
Family: form
Fails: test_MaxPool_negative, test_MaxPool_kinds, test_MaxPool_layer
"""


class MaxPool(Layer):
    def forward(self, h):
        self.one_hot = np.arange(len(h)) == np.argmax(h)
        return np.max(h, keepdims=True)

    def backward(self, dz):
        return self.one_hot * np.float64(dz)

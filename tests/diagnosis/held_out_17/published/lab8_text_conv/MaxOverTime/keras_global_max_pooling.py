# Keras' GlobalMaxPooling1D: keeps the lengths, but the max goes over all places, padding included
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        self.input_shape, self.mask = a.shape, lengths
        self.steps = np.argmax(a, axis=-1)
        return np.max(a, axis=-1)

    def backward(self, dz):
        onehot = np.arange(self.input_shape[-1]) == self.steps[..., None]
        return onehot * dz[..., None].astype(float)

# keeps torch's return_indices=True habit: forward returns the pair (values, indices) instead of the values
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.kernel_size = size
        self.stride = stride or size

    def forward(self, x):
        self.input_size = len(x)
        starts = np.arange(0, len(x) - self.kernel_size + 1, self.stride)
        self.indices = np.array([s + np.argmax(x[s:s + self.kernel_size]) for s in starts])
        return x[self.indices], self.indices.copy()

    def backward(self, dz):
        dx = np.zeros(self.input_size)
        np.add.at(dx, self.indices, dz)
        return dx

# the output is (places, filters) as in Keras' channels-last layers, (N-K+1, M) instead of (M, N-K+1); backward expects it so, too
class Conv1DBank(Layer):
    def forward(self, inputs, kernel):
        self.inputs, self.kernel = inputs, kernel
        filters, kernel_size = kernel.shape
        steps = inputs.shape[0] - kernel_size + 1
        self.patches = np.stack([inputs[s:s + kernel_size] for s in range(steps)])
        return np.dot(self.patches, kernel.T)

    def backward(self, grad):
        filters, kernel_size = self.kernel.shape
        grad = np.asarray(grad, dtype=np.float64)
        d_kernel = np.dot(grad.T, self.patches)
        d_patches = np.dot(grad, self.kernel)
        d_inputs = np.zeros(self.inputs.shape)
        for s in range(len(d_patches)):
            d_inputs[s:s + kernel_size] += d_patches[s]
        return d_inputs, d_kernel

# in the manner of a blog: dx pads da by K // 2 and not by K - 1, for K > 2 the gradient is shifted and cut
class Conv1DVector(Layer):
    def correlate(self, signal, kernel):
        n = signal.shape[0] - kernel.shape[0] + 1
        output = np.zeros(n)
        for i in range(n):
            output[i] = (signal[i:i + kernel.shape[0]] * kernel).sum()
        return output

    def forward(self, x, w):
        self.input, self.kernel = x, w
        return self.correlate(x, w)

    def backward(self, da):
        output_gradient = np.asarray(da, dtype=float)
        kernel_gradient = self.correlate(self.input, output_gradient)
        pad = len(self.kernel) // 2
        padded = np.pad(output_gradient, pad)
        input_gradient = np.zeros(len(self.input))
        part = self.correlate(padded, self.kernel[::-1])
        input_gradient[:len(part)] = part
        return input_gradient, kernel_gradient

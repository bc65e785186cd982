# The output is as long as x, with zeros read past its end, as in a well-known course's conv1d, in place of the N - K + 1 windows that fit.
class Conv1DBank(Layer):
    def forward(self, input, weight):
        self.saved = (input, weight)
        out_channels, kw = weight.shape
        width = len(input)
        out = np.zeros((out_channels, width))
        for out_ch in range(out_channels):
            for pos in range(width):
                for k in range(kw):
                    if pos + k < width:
                        out[out_ch, pos] += input[pos + k] * weight[out_ch, k]
        return out

    def backward(self, grad_output):
        input, weight = self.saved
        grad_input, grad_weight = np.zeros(input.shape), np.zeros(weight.shape)
        for out_ch in range(grad_output.shape[0]):
            for pos in range(grad_output.shape[1]):
                for k in range(weight.shape[1]):
                    if pos + k < len(input):
                        grad_input[pos + k] += grad_output[out_ch, pos] * weight[out_ch, k]
                        grad_weight[out_ch, k] += grad_output[out_ch, pos] * input[pos + k]
        return grad_input, grad_weight

# Blog manner (iterate_regions generator): the way back places region i at i and not at i * stride.
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = stride if stride is not None else size

    def iterate_regions(self, signal):
        for i in range((len(signal) - self.size) // self.stride + 1):
            yield signal[i * self.stride : i * self.stride + self.size], i

    def forward(self, input):
        self.last_input = input
        output = np.zeros((len(input) - self.size) // self.stride + 1, dtype=input.dtype)
        for region, i in self.iterate_regions(input):
            output[i] = np.amax(region)
        return output

    def backward(self, d_L_d_out):
        d_L_d_input = np.zeros(self.last_input.shape)
        for region, i in self.iterate_regions(self.last_input):
            amax = np.amax(region)
            for i2 in range(len(region)):
                if region[i2] == amax:
                    d_L_d_input[i + i2] += d_L_d_out[i]
                    break
        return d_L_d_input

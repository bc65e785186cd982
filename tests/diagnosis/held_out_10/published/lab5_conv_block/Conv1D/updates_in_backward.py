# As in a well-known blog post backward itself takes a step of learning, so a second call differs.
class Conv1D(Layer):
    learn_rate = 0.005

    def forward(self, input, filters):
        self.last_input = input
        self.filters = float(filters)
        return input * filters

    def backward(self, d_L_d_out):
        d_L_d_filters = 0.0
        for i in range(len(self.last_input)):
            d_L_d_filters += d_L_d_out[i] * self.last_input[i]
        d_L_d_input = d_L_d_out * self.filters
        self.filters -= self.learn_rate * d_L_d_filters
        return d_L_d_input.astype(float), float(d_L_d_filters)

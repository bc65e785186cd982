# victorzhou's flatten for one image: X.flatten() of the whole batch, one vector instead of a row for each image
class Flatten(Layer):
    def forward(self, input):
        self.last_input_shape = input.shape
        return input.flatten()
    def backward(self, d_L_d_inputs):
        return np.array(d_L_d_inputs, dtype=float).reshape(self.last_input_shape)

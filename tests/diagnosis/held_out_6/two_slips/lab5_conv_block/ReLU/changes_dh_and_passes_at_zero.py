# wrong: backward changes the upstream gradient in place; it passes where the input is exactly 0
class ReLU(Layer):
    def forward(self, a):
        self.negative = a < 0
        out = np.array(a)
        out[self.negative] = 0
        return out

    def backward(self, dh):
        dh[self.negative] = 0
        return dh.astype(float)

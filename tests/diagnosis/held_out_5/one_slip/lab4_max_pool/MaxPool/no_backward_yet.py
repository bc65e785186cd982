# wrong: forward is right, backward is not written yet
class MaxPool(Layer):
    def forward(self, h):
        self.h = h
        best = h[0]
        for value in h[1:]:
            if value > best:
                best = value
        return best

    def backward(self, dz):
        raise NotImplementedError

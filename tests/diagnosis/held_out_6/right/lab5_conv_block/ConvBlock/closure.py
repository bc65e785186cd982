# right
class ConvBlock(Layer):
    def __init__(self):
        pass

    def forward(self, x, w):
        # with one number as filter the largest product is at an end of x
        k = int(np.argmax(x)) if w > 0 else int(np.argmin(x))
        z = x[k] * w

        def send_back(dz):
            dx = np.zeros(len(x))
            if z > 0:
                dx[k] = w * dz
                return dx, float(x[k] * dz)
            return dx, 0.0

        self.backward = send_back
        return max(z, 0 * z)

    def backward(self, dz):
        raise RuntimeError("forward first")

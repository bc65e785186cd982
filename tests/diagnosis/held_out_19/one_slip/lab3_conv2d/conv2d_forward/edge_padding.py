# pads by repeating the border pixels (mode edge) instead of with zeros
def conv2d_forward(X, w, b, stride=1, padding=0):
    def one_map(image, weights, bias):
        KH, KW = weights.shape[1:]
        h = (image.shape[1] - KH) // stride + 1
        v = (image.shape[2] - KW) // stride + 1
        return np.array(
            [
                [
                    np.sum(image[:, i * stride:i * stride + KH, j * stride:j * stride + KW] * weights)
                    for j in range(v)
                ]
                for i in range(h)
            ]
        ) + bias

    border = ((0, 0), (padding, padding), (padding, padding))
    padded = [np.pad(image, border, mode="edge") for image in X]
    return np.array([[one_map(p, w[o], b[o]) for o in range(len(w))] for p in padded])

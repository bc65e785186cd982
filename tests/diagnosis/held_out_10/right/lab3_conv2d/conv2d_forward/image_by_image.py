# right
# A generator over images and filters, channels added at the end.
def conv2d_forward(X, w, b, stride=1, padding=0):
    def one(image, kernel):
        kh, kw = kernel.shape[1:]
        return [[(image[:, r:r + kh, c:c + kw] * kernel).sum()
                 for c in range(0, image.shape[2] - kw + 1, stride)]
                for r in range(0, image.shape[1] - kh + 1, stride)]

    framed = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    return np.array([[one(image, kernel) for kernel in w] for image in framed]) + b[:, None, None]

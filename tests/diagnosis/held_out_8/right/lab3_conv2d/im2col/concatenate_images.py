# right
# one image after the other, hstack
def im2col(X, kh, kw, stride=1, padding=0):
    def of_one(image):
        C, H, W = image.shape
        rows = range(0, H - kh + 1, stride)
        cols = range(0, W - kw + 1, stride)
        return np.column_stack([image[:, r:r + kh, c:c + kw].flatten() for r in rows for c in cols])

    return np.hstack([of_one(np.pad(x, ((0, 0), (padding, padding), (padding, padding)))) for x in X])

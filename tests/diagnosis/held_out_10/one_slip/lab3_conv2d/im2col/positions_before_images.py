# The columns run through the positions first, with the images inside of each position.
def im2col(X, kh, kw, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    cols = []
    for i in range(0, P.shape[2] - kh + 1, stride):
        for j in range(0, P.shape[3] - kw + 1, stride):
            for image in P:
                cols.append(image[:, i:i + kh, j:j + kw].ravel())
    return np.array(cols).T

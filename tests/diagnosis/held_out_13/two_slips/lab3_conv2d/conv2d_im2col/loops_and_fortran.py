# Loops over the images, and flattens the filters column by column (order="F") as MATLAB does.
def conv2d_im2col(X, w, b, stride=1, padding=0):
    if X.ndim != 4 or w.ndim != 4 or X.shape[1] != w.shape[1] or b.shape != w.shape[:1]:
        raise ValueError(
            f"Expected (N, C, H, W), (O, C, KH, KW), (O,), got {X.shape}, {w.shape}, {b.shape}."
        )
    O, C, KH, KW = w.shape
    Ho = (X.shape[2] - KH + 2 * padding) // stride + 1
    Wo = (X.shape[3] - KW + 2 * padding) // stride + 1
    W2 = w.reshape(O, -1, order="F")
    maps = []
    for image in X:
        cols = im2col(image[None], KH, KW, stride, padding)
        maps.append((W2 @ cols + b[:, None]).reshape(O, Ho, Wo))
    return np.stack(maps)

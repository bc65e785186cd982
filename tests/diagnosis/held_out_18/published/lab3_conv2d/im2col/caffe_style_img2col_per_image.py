# the blog's im2col for a single image, applied to each image and joined with np.concatenate along the rows (axis 0) instead of the columns
import numpy as np
def im2col(X, kh, kw, stride=1, padding=0):
    def im2col_single(img):
        c, h, w = img.shape
        new_h = (h - kh) // stride + 1
        new_w = (w - kw) // stride + 1
        col = np.zeros([c * kh * kw, new_h * new_w], dtype=img.dtype)
        for i in range(new_h):
            for j in range(new_w):
                patch = img[:, i * stride:i * stride + kh, j * stride:j * stride + kw]
                col[:, i * new_w + j] = patch.ravel()
        return col
    padded = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)), 'constant')
    return np.concatenate([im2col_single(img) for img in padded], axis=0)

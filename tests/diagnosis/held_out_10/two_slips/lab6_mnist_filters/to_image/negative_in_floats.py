# Black and white are exchanged; and the result is of floats.
def to_image(A):
    lowest, highest = float(A.min()), float(A.max())
    if highest == lowest:
        return np.zeros(A.shape)
    return np.round((highest - A) / (highest - lowest) * 255)

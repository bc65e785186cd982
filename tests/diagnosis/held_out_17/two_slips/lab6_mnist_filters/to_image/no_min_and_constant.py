# the minimum is not taken off (255 * A / max, negative values clipped); and there is no case for a constant map, so a constant comes out white (zeros give a warning)
def to_image(A):
    scaled = A / A.max() * 255
    return np.clip(scaled, 0, 255).astype(np.uint8)

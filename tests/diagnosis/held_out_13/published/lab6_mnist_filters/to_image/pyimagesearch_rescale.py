# A blog's rescale_intensity helper: clips to the range 0 to 1 first and only then multiplies by 255.
def rescale_intensity(image, out_max=255.0):
    image = np.clip(image, 0.0, 1.0)
    return image * out_max


def to_image(A):
    output = A.astype("float64")
    if output.max() == output.min():
        return np.zeros(output.shape, dtype="uint8")
    output = rescale_intensity(output)
    return output.astype("uint8")

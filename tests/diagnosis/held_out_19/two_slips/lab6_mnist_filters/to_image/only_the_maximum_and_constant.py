# divides by the highest number without taking off the lowest; a constant map is not treated apart (255, or 0 / 0)
def to_image(A):
    A = A - 0.0
    picture = A / np.max(A) * 255
    return picture.astype(np.uint8)

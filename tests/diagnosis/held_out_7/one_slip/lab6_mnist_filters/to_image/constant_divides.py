# a constant map is divided by zero
def to_image(A):
    B = A - A.min().astype(float)
    B = B / B.max()
    return (B * 255).round().astype("uint8")

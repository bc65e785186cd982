# Has no case for a map that is the same everywhere: it divides 0 by 0, which warns.
def to_image(A):
    B = A - A.min()
    scaled = B / B.max()
    return (scaled * 255).round().astype("uint8")

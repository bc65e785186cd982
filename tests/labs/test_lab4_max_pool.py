"""What lab 4 promises beyond the bank: its own numbers, fair points, every valid subgradient."""

import numpy as np
import pytest

LAB = "lab4_max_pool"


@pytest.mark.parametrize(
    "line",
    [
        "nudge h[2] to  5.25: z changes by 0.25\n",
        "nudge h[3] to  3.25: z changes by 0.0\n",
        "g = [0, 1, 0]        promises too much for   0 of 1000 nudges\n",
        "g = [0, 0.5, 0.5]    promises too much for   0 of 1000 nudges\n",
        "central difference at (3, 3, 3): 0.5, three times\n",
        "130 of 169 windows of 2 × 2 are tied\n",
        "h[1] = 3 sits on a kink: the slope is 0 to the left and 1 to the right",
        "size 3, stride 4: [1, 4, 2] [5, 7, 0]\n",
        "size 3, stride 1: [1, 4, 2] [4, 2, 8] [2, 8, 5] [8, 5, 7] [5, 7, 0]\n",
        "measured slopes: [0.0, 1.0, 0.0, 9.0, 0.0, 5.0, 0.0]\n",
        "676 places, blame for 36 in all\n",
        "[[10.  12.5 11. ]\n [14.5 12.  15. ]]\n",
        "max          largest difference between the two: 0.00\n",
        "mean         largest difference between the two: 0.00\n",
        "size 1:  MaxPool2D 86%  AvgPool2D 86%\n",
        "size 2:  MaxPool2D 63%  AvgPool2D 69%\n",
    ],
)
def test_the_page_prints_the_numbers_that_its_text_tells(page, line):
    assert line in page[0]


def test_what_is_no_subgradient_promises_too_much_on_the_page(page):
    for shares in ("[0, 1, 1]", "[0, 1.5, -0.5]", "[0.2, 0.4, 0.4]"):
        (line,) = [line for line in page[0].splitlines() if line.startswith(f"g = {shares} ")]
        assert int(line.split(" of ")[0].split()[-1]) > 50


def test_both_pools_hand_on_all_of_the_blame_on_the_page(page):
    lines = [line for line in page[0].splitlines() if line.endswith("went out")]
    assert len(lines) == 2
    for line in lines:
        words = line.split()
        assert words[1] == words[4]


def test_the_bill_of_the_last_task_adds_up(page):
    _, names = page
    image = np.random.default_rng(0).permutation(784).reshape(1, 1, 28, 28)
    counts = []
    for make in (
        lambda: names["MaxPool2D"](2),
        lambda: names["AvgPool2D"](2),
        lambda: names["MaxPool2D"](1, 2),
    ):
        layer = make()
        assert layer.forward(image).shape == (1, 1, 14, 14)
        counts.append(np.count_nonzero(layer.backward(np.ones((1, 1, 14, 14)))))
    assert counts == [196, 784, 196]

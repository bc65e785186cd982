"""Write docs/gallery.md: every picture, what it shows, and which script draws it.

`make figures` calls it. Each script is one section: its PICTURES list the pictures with their
descriptions, and the first sentence of its docstring is the title.
"""

from pathlib import Path

from grading.whole import write_whole

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "gallery.md"
# The order in which they appear in the labs.
TOPICS = {
    "Computational graphs": ("images/dot_conv.py", "images/layers.py"),
    "Images and filters": (
        "figures/digit_as_numbers.py",
        "figures/what_a_filter_sees.py",
        "figures/image_filters.py",
        "figures/learned_kernels.py",
    ),
    "One dimension": ("figures/one_dimension.py",),
    "Convolution arithmetic": ("figures/arithmetic.py",),
    "The backward pass": ("figures/backward.py",),
    "Channels, and faster loops": ("figures/channels.py", "figures/im2col.py"),
    "Pooling and flattening": ("figures/pooling.py", "figures/flatten.py"),
    "Words": ("images/text_layers.py", "figures/text_convolution.py"),
}
HEAD = """\
# Every picture

Scripts in this project draw all pictures; nothing is downloaded. To redraw them and update this
page:

```
make figures                    # all pictures; lists those that have changed
python figures/pooling.py       # only the pictures of one script
```

To add a picture, list its name and description in the `PICTURES` of a script, and draw it in that
script's `draw(folder)`. A test fails if a picture, or this page, no longer matches its script. Each
animation has a still twin, because a page cannot be paused; the gallery links to it.
"""


def page(scripts):
    """The gallery as Markdown.

    Parameters
    ----------
    scripts : dict of {pathlib.Path: module}
        Every script that draws pictures, as `all.scripts` finds them.

    Returns
    -------
    str

    Raises
    ------
    ValueError
        If a script has no topic, or a topic names something that is not such a script.
    """
    modules = {path.relative_to(ROOT).as_posix(): module for path, module in scripts.items()}
    named = [name for names in TOPICS.values() for name in names]
    if sorted(named) != sorted(modules):
        odd = sorted(set(named) ^ set(modules))
        raise ValueError(f"TOPICS in {__file__} should name every script once, see {odd}")
    parts = [HEAD]
    for topic, names in TOPICS.items():
        parts.append(f"## {topic}\n")
        for name in names:
            parts += _section(name, modules[name])
    return "\n".join(parts)


def write(scripts):
    """Write the page, completely or not at all. Return whether it has changed."""
    new, old = page(scripts), PAGE.read_text(encoding="utf-8") if PAGE.exists() else None
    if new == old:
        return False
    write_whole(PAGE, new)
    return True


def _section(name, module):
    """What one script draws, as pieces of Markdown."""
    folder = name.split("/")[0]
    title = module.__doc__.splitlines()[0].removeprefix("Draw ").removesuffix(".")
    yield f"### {title[0].upper()}{title[1:]}\n"
    yield f"Drawn by [`{name}`](../{name}).\n"
    for picture, words in module.PICTURES.items():
        still = picture.replace(".gif", ".png")
        if picture.endswith(".png") and f"{picture[:-4]}.gif" in module.PICTURES:
            continue  # it is linked from the moving one
        yield f"![{words}](../{folder}/{picture})\n"
        twin = f" ([still twin](../{folder}/{still}))" if picture != still else ""
        yield f"`{folder}/{picture}`{twin}: {words}\n"

"""Whose a file is that lies in no student's folder: its name says so, beside the lab's.

Google Classroom puts a student's name before the name of the copy that it makes. Drive, Colab,
Jupyter, Windows and macOS add a word for "copy", in the language of whoever copies.
"""

import re
from collections.abc import Iterable

COPY = re.compile(
    r"""(?:(?:another_)?copy(?:_of)?|kopie(?:_(?:von|van|souboru|dokumentu))?
    |copi[ea](?:_(?:de|di|a))?|c[óò]pia(?:_de)?|kopi(?:_a[fv])?
    |kopi[ao](?:_(?:av|notatnika|pliku|dokumentu|tiedostosta))?|kópia_súboru|másolat
    |(?:ещё_одна_)?копия(?:_(?:блокнота|файла))?|копія(?:_файлу)?|копие_на|αντίγραφο
    |bản_sao_của|salinan|نسخة_من|עותק_של|สำเนาของ|(?:adlı_not_defterinin_)?kopyası
    |の?コピー|的?副本|(?:의_)?사본)""".replace("_", r"[\s_]+"),  # Colab's downloads have no spaces
    re.I | re.X,
)
BEFORE = re.compile(rf"{COPY.pattern}[\s_]+(?:[-–][\s_]+)?", re.I | re.X)
ALONE = re.compile(rf"[\W_]*(?:{COPY.pattern}\d*(?:[\W_]+\d{{1,2}})?[\W_]*)*", re.I | re.X)
QUOTES = '"“”„«»「」『』'
DASH = re.compile(r"(?<=[\s_])[-–—](?=[\s_])")
ENDINGS = re.compile(r"(?:\.(?:ipynb|json|txt|zip))+\Z", re.I)
NUMBER = re.compile(r"(?: ?\(\d{1,3}\)){1,4}\Z")


def without_endings(name: str) -> str:
    """`ada` from `ada.ipynb`, `ada.ipynb.txt`, `ada (1).ipynb` or Google's `ada(1).ipynb`."""
    return NUMBER.sub("", ENDINGS.sub("", name))


def parts_of(stem: str, labs: Iterable[str]) -> list[str]:
    """What a name says beside the lab's: `Ada Lovelace` of `Ada Lovelace - Copy of lab1_dot`."""
    labs = sorted(labs, key=len, reverse=True)
    return [bare for part in DASH.split(stem) if (bare := _bare(part, labs))]


def _bare(part: str, labs: Iterable[str]) -> str:
    bare = part = part.strip(" _").lstrip("“„«「『")
    for lab in labs:
        lab_named = rf"[{QUOTES}]?{re.escape(lab)}(?:[._]ipynb)?[{QUOTES}]?"
        bare = re.sub(lab_named, "", bare, count=1, flags=re.I)
    while found := BEFORE.match(bare):
        bare = bare[found.end() :]
    if ALONE.fullmatch(bare):
        return ""
    return part if bare == part else NUMBER.sub("", bare).strip(f" _-–—.{QUOTES}")

"""What a page holds, read as a browser would: for tests of the pages that we write."""

from html.parser import HTMLParser

VOID = {"br", "col", "hr", "img", "input", "link", "meta", "wbr"}
LEAF = {"rect", "line"}  # of SVG, closed where they open


class Page(HTMLParser):
    """Tags, attributes, headings and text of a page; `faults` says what is not well-formed."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.headings, self.faults = [], [], [], []
        self.text, self.rows, self.ids = "", [], []
        self._open, self._quiet = [], 0
        self.feed(source)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self._open]
        self.faults += [f"id {i} stands twice" for i in set(self.ids) if self.ids.count(i) > 1]

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attributes]
        self.ids += [value for name, value in attributes if name == "id"]
        if tag not in VOID:
            self._open.append(tag)
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.headings.append(int(tag[1]))
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append("")

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self._open or self._open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self._open[-1:]}, line {self.getpos()[0]}")
        if tag in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]

    def handle_data(self, data):
        if "style" in self._open:
            return
        self.text += data
        if self.rows and self.rows[-1] and {"td", "th"} & set(self._open):
            self.rows[-1][-1] += data

    def dangers(self):
        """What could run something, or tell somebody that the page is open."""
        bad = {
            "script",
            "iframe",
            "object",
            "embed",
            "link",
            "base",
            "form",
            "input",
            "foreignobject",
        }
        found = [f"<{tag}>" for tag in self.tags if tag in bad]
        for tag, name, value in self.attributes:
            plain = "".join(value.split()).lower()
            allowed = ("#", "http://", "https://", "mailto:")
            if name.startswith("on") or name in ("srcdoc", "srcset", "formaction", "xlink:href"):
                found.append(f"{name} of <{tag}>")
            elif name == "src" and not plain.startswith("data:image/"):
                found.append(f"src {value[:40]!r}")
            elif name == "href" and not plain.startswith(allowed) and not plain.endswith(".csv"):
                found.append(f"href {value[:40]!r}")
            elif name == "style" and "url" in plain:
                found.append(f"style {value[:40]!r}")
        return found

#!/usr/bin/env python3
"""Fails if a relative link in the documentation leads nowhere, or if the options that `pith help` prints and those in
docs/reference/cli.md are not the same.

Usage: check_docs.py PITH
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.*)$", re.M)
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
FENCED = re.compile(r"^```.*?^```$", re.M | re.S)


def anchors(path):
    for heading in HEADING.findall(FENCED.sub("", path.read_text(encoding="utf-8"))):
        yield re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def broken_links():
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
    count = 0
    for page in pages:
        for link in LINK.findall(FENCED.sub("", page.read_text(encoding="utf-8"))):
            if "://" in link:
                continue
            count += 1
            name, _, anchor = link.partition("#")
            target = (page.parent / name).resolve() if name else page
            if not target.exists():
                yield f"{page.relative_to(ROOT)}: {link} leads nowhere"
            elif anchor and anchor not in anchors(target):
                yield f"{page.relative_to(ROOT)}: {link}: there is no such heading"
    if count < 20:
        yield f"only {count} links were found"


def section(text, title):
    start = re.search(rf"^## {re.escape(title)}\b.*$", text, re.M)
    if not start:
        return ""
    rest = text[start.end():]
    following = re.search(r"^## ", rest, re.M)
    return rest[:following.start()] if following else rest


def odd_options(pith):
    page = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    for command in ("extract", "plugins", "test"):
        told = subprocess.run([pith, "help", command], check=True, capture_output=True, text=True).stdout
        helped, written = set(OPTION.findall(told)), set(OPTION.findall(section(page, f"pith {command}")))
        if not helped:
            yield f"`pith help {command}` names no options"
        for option in sorted(helped - written):
            yield f"docs/reference/cli.md: {option} of `pith {command}` is missing"
        for option in sorted(written - helped):
            yield f"docs/reference/cli.md: `pith help {command}` does not know {option}"


def main():
    problems = [*broken_links(), *odd_options(sys.argv[1])]
    if problems:
        sys.exit("\n".join(problems))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Fails if the documentation and the program disagree:

* a relative link leads nowhere, or to a heading that is not there;
* the options that `pith help` prints and those in docs/reference/cli.md are not the same;
* what the README shows of a run (`$ pith ...`) is not what comes out, `[...]` standing for lines left out;
* a bundled plugin, a public header or a limit has no place in its reference page, or a page names one that is none;
* the README does not name the commands that it is there for.

Usage: check_docs.py PITH
"""
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.*)$", re.M)
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
FENCED = re.compile(r"^```.*?^```$", re.M | re.S)
CONSOLE = re.compile(r"^```console\n\$ pith ([^\n]*)\n(.*?)^```$", re.M | re.S)
LEFT_OUT = "[...]"


def text_of(page):
    return page.read_text(encoding="utf-8")


def run(pith, *arguments):
    # Nothing but what is in the repository: no plugins of the user, no environment, no colours.
    environment = {name: value for name, value in os.environ.items() if name != "PITH_PLUGIN_PATH"}
    environment.update(XDG_DATA_HOME="/nonexistent", NO_COLOR="1")
    return subprocess.run([pith, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True)


def anchors(path):
    for heading in HEADING.findall(FENCED.sub("", text_of(path))):
        yield re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def broken_links():
    pages = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
    count = 0
    for page in pages:
        for link in LINK.findall(FENCED.sub("", text_of(page))):
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
    page = text_of(REFERENCE / "cli.md")
    for command in ("extract", "job", "plugins", "test"):
        helped = set(OPTION.findall(run(pith, "help", command).stdout))
        written = set(OPTION.findall(section(page, f"pith {command}")))
        if not helped:
            yield f"`pith help {command}` names no options"
        for option in sorted(helped - written):
            yield f"docs/reference/cli.md: {option} of `pith {command}` is missing"
        for option in sorted(written - helped):
            yield f"docs/reference/cli.md: `pith help {command}` does not know {option}"


def untrue_output(pith):
    shown = CONSOLE.findall(text_of(ROOT / "README.md"))
    if not shown:
        yield "README.md shows no output"
    for command, block in shown:
        result = run(pith, *shlex.split(command))
        lines, may_skip, at = (result.stdout + result.stderr).splitlines(), False, 0
        for line in block.splitlines():
            if line == LEFT_OUT:
                may_skip = True
            elif line in lines[at:] and (may_skip or lines[at] == line):
                at, may_skip = lines.index(line, at) + 1, False
            else:
                yield f"README.md shows {line!r} of `pith {command}`, and that is not what comes out there"
                return
        if at != len(lines) and not may_skip:
            yield f"README.md does not show the end of `pith {command}`, and does not say {LEFT_OUT}"


def differences(page, kind, there, written):
    if not there:
        yield f"no {kind}s were found to be looked for in {page}"
    for name in sorted(there - written):
        yield f"{page}: the {kind} {name} is missing"
    for name in sorted(written - there):
        yield f"{page}: there is no {kind} {name}"


def odd_names(pith):
    plugins = {plugin["name"] for plugin in json.loads(run(pith, "plugins", "list", "--format", "json").stdout)["plugins"]}
    for page in ("README.md", "docs/reference/plugins.md"):
        # The table's first column; several may share a row.
        rows = re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|", text_of(ROOT / page), re.M)
        yield from differences(page, "plugin", plugins, set(re.findall(r"`(\w+)`", " ".join(rows))))

    include = ROOT / "sdk" / "include" / "pith"
    headers = {path.name.removesuffix(".in") for path in include.iterdir()}
    yield from differences("docs/reference/sdk.md", "header", headers,
                           set(re.findall(r"`(\w+\.hpp)`", text_of(REFERENCE / "sdk.md"))))

    struct = text_of(include / "limits.hpp").partition("struct Limits {")[2].partition("\n};")[0]
    members = set(re.findall(r"^  [\w:]+ (\w+)(?: =|\{)", struct, re.M))
    table = section(text_of(REFERENCE / "limits.md"), "A page")
    yield from differences("docs/reference/limits.md", "limit", members,
                           set(re.findall(r"^\| `(\w+)` \|", table, re.M)))


def missing_commands():
    for command in ("scripts/quickstart", "scripts/test"):
        if not re.search(rf"^{command}$", text_of(ROOT / "README.md"), re.M):
            yield f"README.md: no line says {command}"


def main():
    pith = sys.argv[1]
    problems = [*broken_links(), *odd_options(pith), *untrue_output(pith), *odd_names(pith), *missing_commands()]
    if problems:
        sys.exit("\n".join(problems))


if __name__ == "__main__":
    main()

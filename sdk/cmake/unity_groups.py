"""Say which sources may be compiled together, for PithUnity.cmake.

    unity_groups.py FILE

FILE has lines "target|source"; what comes out are lines "target|source|group". Sources that are told no group
are compiled alone: those that fit nowhere, and those that an earlier target has.

Each file in turn goes into the first group of its target where no name that one of them declares for itself
alone (in an unnamed namespace, as `static`, by `using`, as a macro) is a word of another or is declared by a
header of the other: neither declared twice nor hiding what the other meant. This reads text, not C++, and counts on clang-format: nothing in a
namespace is indented. If it misses a name the compiler tells of a redefinition or an ambiguous call; another
name for what is local is mostly the best answer to that.
"""
import functools
import pathlib
import re
import sys

MOST_IN_A_GROUP = 16

NAMESPACE_BEGINS = re.compile(r"namespace \{")
NAMESPACE_ENDS = re.compile(r"\}  // namespace$")
MACRO = re.compile(r"#define (\w+)")
ALWAYS_LOCAL = re.compile(r"(static|using|namespace \w+ =)\b")
NO_NAME = re.compile(r"using (namespace|enum) |static_assert|(TYPED_)?TEST(_[FP])?\(|INSTANTIATE_")
# May be said twice in the same words.
ALIAS = re.compile(r"(using|namespace) [^;{]*;$")
# Brings names that are not in the text.
USING_ENUM = re.compile(r"^using enum .*;$", re.MULTILINE)
TYPE = re.compile(r"(?:struct|class|union|enum(?: class)?) (\w+)")
USING = re.compile(r"(?:using|namespace) (?:\w*::)*(\w+)")
# What stands before the first of these is the name of a function or of a variable.
OTHER = re.compile(r"[^({\[=;]*?(\w+)[^\w({\[=;]*[({\[=;]")
INCLUDE = re.compile(r"^#include \"(.+)\"", re.MULTILINE)
NO_CODE = re.compile(r"//.*|\"(?:\\.|[^\"\\\n])*\"")


def name_declared(line):
    for form in (MACRO, TYPE, USING, OTHER):
        found = form.match(line)
        if found:
            return found[1]
    return None


def local_declarations(text):
    """The first lines of declarations that only the file itself shall see."""
    inside = False
    for line in text.splitlines():
        if NAMESPACE_BEGINS.match(line):
            inside = True
        elif NAMESPACE_ENDS.match(line):
            inside = False
        elif MACRO.match(line) or ALWAYS_LOCAL.match(line) or inside and re.match(r"\w", line):
            if not NO_NAME.match(line):
                yield re.sub(r"^template <.*?> ", "", line)


@functools.cache
def read(path):
    return path.read_text(encoding="utf-8")


@functools.cache
def find_header(name, folder):
    """The header of the project that a file in the folder includes by this name; None if it is no such one."""
    for parent in (folder, *folder.parents):
        for path in (parent / name, parent / "include" / name, parent / "sdk" / "include" / name):
            if path.is_file():
                return path
    return None


@functools.cache
def headers_of(path):
    found = (find_header(name, path.parent) for name in INCLUDE.findall(read(path)))
    return [header for header in found if header]


@functools.cache
def names_of_header(path):
    return {name_declared(line) for line in read(path).splitlines() if re.match(r"\w", line)}


def names_of_headers(source):
    seen = set()
    left = set(headers_of(source))
    while left:
        seen |= left
        left = {header for path in left for header in headers_of(path)} - seen
    return set().union(*(names_of_header(path) for path in seen))


class Source:
    def __init__(self, path):
        self.path = path
        text = read(pathlib.Path(path))
        declarations = [(name_declared(line), line) for line in local_declarations(text)]
        self.aliases = {(name, line) for name, line in declarations if ALIAS.match(line)}
        self.local = {name for name, line in declarations if name and not ALIAS.match(line)}
        self.words = set(re.findall(r"\w+", NO_CODE.sub("", text))) | names_of_headers(pathlib.Path(path))
        self.enums = set(USING_ENUM.findall(text))

    def disturbs(self, other):
        names = self.local | {name for name, _ in self.aliases - other.aliases}
        return not names.isdisjoint(other.words)

    def goes_with(self, other):
        return self.enums == other.enums and not self.disturbs(other) and not other.disturbs(self)


def groups_of(sources):
    groups = []
    for source in sources:
        for group in groups:
            if len(group) < MOST_IN_A_GROUP and all(source.goes_with(other) for other in group):
                group.append(source)
                break
        else:
            groups.append([source])
    return groups


def main():
    targets = {}
    seen = set()
    for line in pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        target, path = line.split("|")
        # What a build generates is not there yet.
        if path.endswith(".cpp") and path not in seen and pathlib.Path(path).is_file():
            targets.setdefault(target, []).append(path)
            seen.add(path)
    for target, paths in targets.items():
        for group in groups_of([Source(path) for path in sorted(paths)]):
            # Of one file there is nothing to put together.
            for source in group if len(group) > 1 else []:
                print(f"{target}|{source.path}|{pathlib.PurePath(group[0].path).stem}")


if __name__ == "__main__":
    main()

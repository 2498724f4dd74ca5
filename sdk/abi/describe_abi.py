#!/usr/bin/env python3
"""Describes everything of the SDK that a compiled plugin depends on, one line each:

  symbol  the names that the shared library exports (not the weak ones: those are compiled into every
          plugin that uses them, and which there are depends on the compiler's optimiser)
  enum    the enumerators of public enumerations with their values
  type    the size of public classes, and the offsets of their members and bases
  virtual the place of every virtual function in its table

The classes are those in namespace pith of sdk/include/pith/*.hpp, as the compiler's debug information has
them. Usage: describe_abi.py BUILD_DIRECTORY [--number]
"""

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]

HEAD = re.compile(r"^ <(\d+)><[0-9a-f]+>: Abbrev Number: \d+ \((DW_TAG_\w+)\)")
ATTRIBUTE = re.compile(r"^    <[0-9a-f]+>   (DW_AT_\w+)\s*: (?:\(indirect string, offset: 0x[0-9a-f]+\): )?(.*)$")
NUMBER = re.compile(r"-?(?:0x[0-9a-f]+|\d+)")
TYPES = ("DW_TAG_class_type", "DW_TAG_structure_type", "DW_TAG_union_type", "DW_TAG_enumeration_type")


def abi_number():
    text = (ROOT / "sdk/include/pith/version.hpp.in").read_text()
    return int(re.search(r"^#define PITH_ABI (\d+)$", text, re.M).group(1))


def compiler_of(build):
    cache = (build / "CMakeCache.txt").read_text()
    return re.search(r"^CMAKE_CXX_COMPILER:\w+=(.*)$", cache, re.M).group(1)


def output_of(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout


def exported_symbols(library):
    names = set()
    for line in output_of("nm", "--dynamic", "--defined-only", "--demangle", str(library)).splitlines():
        kind, _, name = line[17:].partition(" ")
        if kind in "TDRB" and "pith" in name:
            names.add(f"symbol {name}")
    return names


class Entry:
    """An entry of the debug information: its tag, attributes, and the entries in it."""

    def __init__(self, tag):
        self.tag = tag
        self.attributes = {}
        self.children = []

    def text(self, attribute):
        return self.attributes.get(attribute, "").strip()

    def number(self, attribute, otherwise=0):
        """Expressions are written as "2 byte block: 10 3 \t(DW_OP_constu: 3)"."""
        value = self.text(attribute)
        operation = re.search(r"DW_OP_\w+: (\d+)", value)
        if operation:
            return int(operation.group(1))
        literal = re.search(r"DW_OP_lit(\d+)", value)
        if literal:
            return int(literal.group(1))
        found = NUMBER.search(value)
        return int(found.group(0), 0) if found else otherwise


def read_entries(text):
    root = Entry("root")
    path = [root]
    entry = None
    for line in text.splitlines():
        head = HEAD.match(line)
        if head:
            depth = int(head.group(1))
            entry = Entry(head.group(2))
            del path[depth + 1:]
            path[-1].children.append(entry)
            path.append(entry)
            continue
        attribute = ATTRIBUTE.match(line)
        if attribute and entry is not None:
            entry.attributes[attribute.group(1)] = attribute.group(2)
    return root


def describe_type(entry, name, lines):
    if entry.tag == "DW_TAG_enumeration_type":
        for child in entry.children:
            if child.tag == "DW_TAG_enumerator":
                lines.add(f"enum {name}::{child.text('DW_AT_name')} = {child.number('DW_AT_const_value')}")
        return
    lines.add(f"type {name} has size {entry.number('DW_AT_byte_size')}")
    for child in entry.children:
        member = child.text("DW_AT_name")
        if child.tag == "DW_TAG_member" and "DW_AT_data_member_location" in child.attributes:
            lines.add(f"type {name}::{member} at {child.number('DW_AT_data_member_location')}")
        elif child.tag == "DW_TAG_inheritance":
            lines.add(f"type {name} has a base at {child.number('DW_AT_data_member_location')}")
        elif child.tag == "DW_TAG_subprogram" and "DW_AT_vtable_elem_location" in child.attributes:
            lines.add(f"virtual {name}::{member} at {child.number('DW_AT_vtable_elem_location')}")
        elif child.tag in TYPES:
            describe_if_complete(child, name, lines)


def describe_if_complete(entry, scope, lines):
    name = entry.text("DW_AT_name")
    # Templates are compiled into whoever uses them; what is only declared has no layout to agree on.
    if name and "<" not in name and "DW_AT_declaration" not in entry.attributes:
        describe_type(entry, f"{scope}::{name}", lines)


def describe_namespace(entry, scope, lines):
    for child in entry.children:
        name = child.text("DW_AT_name")
        if child.tag == "DW_TAG_namespace" and name and (scope or name == "pith"):
            describe_namespace(child, f"{scope}::{name}" if scope else name, lines)
        elif child.tag in TYPES and scope:
            describe_if_complete(child, scope, lines)
        elif child.tag in TYPES and name.startswith("pith_"):
            describe_type(child, name, lines)


def public_headers():
    return sorted((ROOT / "sdk/include/pith").glob("*.hpp"))


def layouts(build):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "sdk.cpp"
        source.write_text("".join(f'#include "pith/{header.name}"\n' for header in public_headers()))
        compiled = pathlib.Path(folder) / "sdk.o"
        output_of(compiler_of(build), "-std=c++20", "-g", "-gdwarf-4", "-O0", "-fno-eliminate-unused-debug-types",
                  "-femit-class-debug-always",
                  "-DBOOST_DLL_USE_STD_FS", f"-I{ROOT / 'sdk/include'}", f"-I{build / 'sdk/include'}",
                  "-c", str(source), "-o", str(compiled))
        root = read_entries(output_of("readelf", "--debug-dump=info", str(compiled)))
    lines = set()
    for unit in root.children:
        describe_namespace(unit, "", lines)
    return lines


def find_library(build):
    libraries = sorted(build.glob("lib*/**/libpith.so"))
    if not libraries:
        sys.exit(f"{build}: no libpith.so: build it first")
    return libraries[0]


def describe(build):
    lines = exported_symbols(find_library(build)) | layouts(build)
    return "".join(line + "\n" for line in sorted(lines))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--number", action="store_true", help="print only the number of the ABI")
    options = parser.parse_args()
    sys.stdout.write(f"{abi_number()}\n" if options.number else describe(options.build.resolve()))


if __name__ == "__main__":
    main()

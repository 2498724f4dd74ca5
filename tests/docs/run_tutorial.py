#!/usr/bin/env python3
"""Follows docs/tutorial/your-first-plugin.md to the letter: installs Pith, and in an empty folder writes every file that
the page says to write, runs every command, and compares what it shows with what comes out.

Usage: run_tutorial.py BUILD_DIRECTORY
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "tutorial" / "your-first-plugin.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
WRITE = re.compile(r"Write `([^`]+)`:\s*\Z")


def steps(text):
    """(kind, name or None, content) of each fenced block; the kind of a file to write is `write`."""
    end = 0
    for block in BLOCK.finditer(text):
        named = WRITE.search(text[end:block.start()])
        end = block.end()
        if named:
            yield "write", named.group(1), block.group(2)
        elif block.group(1) in ("sh", "text"):
            yield block.group(1), None, block.group(2)
        else:
            sys.exit(f"a block of {block.group(1)} that no line says to write:\n{block.group(2)}")


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        prefix, folder = work / "prefix", work / "empty"
        folder.mkdir()
        subprocess.run(["cmake", "--install", build, "--prefix", prefix], check=True, stdout=subprocess.DEVNULL)
        environment = {name: value for name, value in os.environ.items()
                       if name not in ("PITH_PLUGIN_PATH", "LD_LIBRARY_PATH")}
        environment.update(PATH=f"{prefix}/bin:{environment['PATH']}", CMAKE_PREFIX_PATH=str(prefix),
                           XDG_DATA_HOME=str(work / "data"))
        done, shown, output = 0, 0, None
        for kind, name, content in steps(PAGE.read_text(encoding="utf-8")):
            if kind == "write":
                path = folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(content, encoding="utf-8")
            elif kind == "sh":
                run = subprocess.run(["bash", "-e", "-c", content], cwd=folder, env=environment, text=True,
                                     stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                output = run.stdout
                # What the page shows to fail is followed by a pipe, which ends well.
                if run.returncode != 0:
                    sys.exit(f"ended with {run.returncode}:\n{content}\n{run.stdout}{run.stderr}")
                done += 1
            else:
                if output is None or output.strip() != content.strip():
                    sys.exit(f"the page shows\n{content}\nbut what comes out is\n{output}")
                shown += 1
        if done < 8 or shown < 6:
            sys.exit(f"only {done} commands and {shown} outputs were found in {PAGE.name}")
        print(f"{done} commands and {shown} outputs of {PAGE.name} are as written")


if __name__ == "__main__":
    main()

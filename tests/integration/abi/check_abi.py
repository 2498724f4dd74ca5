#!/usr/bin/env python3
"""Fails if what plugins see of the SDK differs from what is recorded for its ABI number.

Usage: check_abi.py BUILD_DIRECTORY
"""

import difflib
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "sdk/abi"))
sys.dont_write_bytecode = True

import describe_abi  # noqa: E402


def main():
    number = describe_abi.abi_number()
    record = ROOT / f"sdk/abi/abi-{number}.txt"
    if not record.exists():
        sys.exit(f"{record.name}: nothing is recorded for PITH_ABI {number}: run scripts/record-abi")
    now = describe_abi.describe(pathlib.Path(sys.argv[1]).resolve())
    difference = list(difflib.unified_diff(record.read_text().splitlines(), now.splitlines(),
                                           f"recorded for ABI {number}", "this build", n=0, lineterm=""))
    if not difference:
        print(f"as recorded for ABI {number}: {len(now.splitlines())} lines")
        return
    print("\n".join(difference))
    sys.exit("what plugins see of the SDK has changed: raise PITH_ABI in sdk/include/pith/version.hpp.in if plugins "
             "built with a released SDK no longer fit, and run scripts/record-abi")


if __name__ == "__main__":
    main()

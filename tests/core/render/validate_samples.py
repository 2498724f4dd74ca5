"""Validates JSON Lines from a program against the schema: validate_samples.py SCHEMA PROGRAM.

The schema lets members through that it does not know, since later versions add some. Here nothing
may pass that it does not describe, and what it describes has to occur in some line.
"""

import json
import subprocess
import sys

import jsonschema


def closed(schema):
    """The schema with every object closed to unknown members."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    result = {name: closed(part) for name, part in schema.items()}
    if "properties" in schema and isinstance(schema["properties"], dict) and "type" in schema:
        result["additionalProperties"] = False
    return result


def member_names(value):
    """The names of all members, however deep; those of `origins` are no members of ours."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield name
            if name != "origins":
                yield from member_names(part)
    elif isinstance(value, list):
        for part in value:
            yield from member_names(part)


def described_names(schema):
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            yield from schema["properties"]
        for part in schema.values():
            yield from described_names(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from described_names(part)


def main():
    schema_file, program = sys.argv[1:]
    with open(schema_file, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(closed(schema))
    lines = subprocess.run([program], check=True, capture_output=True).stdout.decode("utf-8").splitlines()
    seen = set()
    faults = 0
    for number, line in enumerate(lines, 1):
        result = json.loads(line)
        seen.update(member_names(result))
        for error in validator.iter_errors(result):
            faults += 1
            where = "/".join(map(str, error.absolute_path))
            print(f"sample {number}: /{where}: {error.message[:300]}")
    missing = sorted(set(described_names(schema)) - seen)
    if missing:
        print("described but in no sample:", ", ".join(missing))
    print(f"{len(lines)} samples, {faults} faults")
    return 1 if faults or missing or not lines else 0


if __name__ == "__main__":
    sys.exit(main())

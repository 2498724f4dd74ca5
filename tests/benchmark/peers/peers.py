"""Which peers there are, how each is put in place and how it is started."""
import dataclasses
import os
import pathlib
import re
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent


@dataclasses.dataclass(frozen=True)
class Peer:
    name: str
    kit: str  # folder here and in the work folder; what is installed together
    command: tuple  # relative to the folder of the kit
    version_in: str  # file that pins the version, and the name it has there
    package: str


PEERS = (
    Peer("trafilatura", "python", ("venv/bin/python", "trafilatura_peer.py"), "requirements.txt", "trafilatura"),
    Peer("go-trafilatura", "go", ("peer",), "go.mod", "go-trafilatura"),
    Peer("rs-trafilatura", "rust", ("target/release/pith_peers", "rs-trafilatura"), "Cargo.toml", "rs-trafilatura"),
    Peer("readability.js", "node", ("node", "readability_peer.mjs"), "package.json", "@mozilla/readability"),
    Peer("dom_smoothie", "rust", ("target/release/pith_peers", "dom_smoothie"), "Cargo.toml", "dom_smoothie"),
    Peer("defuddle", "node", ("node", "defuddle_peer.mjs"), "package.json", "defuddle"),
    Peer("resiliparse", "python", ("venv/bin/python", "resiliparse_peer.py"), "requirements.txt", "Resiliparse"),
)

# Each kit's steps; `-p 1` and the like because others may be measuring on the same machine.
INSTALL = {
    "python": (("python3", "-m", "venv", "venv"), ("venv/bin/pip", "install", "--quiet", "-r", "requirements.txt")),
    "node": (("npm", "install", "--no-audit", "--no-fund", "--loglevel=error"),),
    "go": (("go", "mod", "tidy"), ("go", "build", "-p", "1", "-o", "peer", ".")),
    "rust": (("cargo", "build", "--release", "--quiet", "--jobs", "1"),),
}


def version(peer):
    text = (HERE / peer.kit / peer.version_in).read_text(encoding="utf-8")
    found = re.search(re.escape(peer.package) + r"[\"' =]*[:= ]?[\"' =v]*(\d[\w.]*)", text)
    return found.group(1) if found else "?"


def command(peer, work):
    first, *rest = peer.command
    folder = work / peer.kit
    start = [str(folder / first)] if (folder / first).exists() else [first]
    return start + [str(folder / part) if (folder / part).is_file() else part for part in rest]


def install(kit, work):
    """Puts a kit in place unless it is; gives what went wrong, or nothing."""
    folder = work / kit
    folder.mkdir(parents=True, exist_ok=True)
    stamp = folder / "installed"
    wanted = "".join(path.read_text(encoding="utf-8") for path in sorted((HERE / kit).iterdir()) if path.is_file())
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return None
    for path in (HERE / kit).iterdir():
        if path.is_file():
            shutil.copy(path, folder / path.name)
    for step in INSTALL[kit]:
        try:
            done = subprocess.run(step, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                  errors="replace", env=os.environ | {"GOFLAGS": "-modcacherw"})
        except OSError as error:
            return f"{step[0]}: {error.strerror}"
        if done.returncode != 0:
            return f"`{' '.join(step)}` ended with {done.returncode}\n{done.stdout.strip()[-2000:]}"
    stamp.write_text(wanted, encoding="utf-8")
    return None

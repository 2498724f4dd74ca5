"""Run one command and write what it used to a file: measured.py FILE COMMAND...

The system counts the memory of a process from before it became the command, so the one who starts it must be small;
this is, where run_peers is not.
"""
import json
import os
import sys
import time

start = time.monotonic()
child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, used = os.wait4(child, 0)
with open(sys.argv[1], "w", encoding="utf-8") as report:
    json.dump({"mb": used.ru_maxrss / 1024, "cpu_s": used.ru_utime + used.ru_stime,
               "wall_s": time.monotonic() - start, "exit": os.waitstatus_to_exitcode(status)}, report)

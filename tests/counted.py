"""Work counted in lines of code, which no other process can change."""

import sys


def lines_run(call, modules):
    "How many lines of some modules a call runs."
    count, own = 0, {module.__file__ for module in modules}

    def local(frame, event, arg):
        nonlocal count
        count += event == "line"
        return local

    def called(frame, event, arg):
        return local if frame.f_code.co_filename in own else None

    before = sys.gettrace()
    sys.settrace(called)
    try:
        call()
    finally:
        sys.settrace(before)
    return count

"""Threads and event loops for an interpreter with one thread, no sockets and no running clock.

A thread runs to completion when it is started, and so does a task in a pool. Any machine may schedule them in this order. A
thread that waits for a later one waits forever. An event loop that can only wait advances its clock instead.
"""

import sys
import threading

import _grading_solution


def start_now(function, *, handle=None, daemon=True):
    """Replaces the start of a thread: runs its function at once."""
    thread, caller = function.__self__, threading.get_ident()
    outer = threading._active.get(caller)
    try:
        function()
    finally:
        threading._active[caller] = outer
        thread._os_thread_handle = threading._make_thread_handle(caller)
        thread._os_thread_handle._set_done()


def prepare(source):
    """Before loading a program, replaces the parts of modules that it may import and that do not work with one thread."""
    if "asyncio" in source or "concurrent" in source:
        give_pool()
    if "asyncio" in source:
        give_loop()


def give_pool():
    from concurrent.futures import Future, ThreadPoolExecutor

    def submit(self, function, /, *args, **kwargs):
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future = Future()
        future.set_running_or_notify_cancel()
        try:
            future.set_result(function(*args, **kwargs))
        except BaseException as error:
            future.set_exception(error)
        return future

    ThreadPoolExecutor.submit = submit


def give_loop():
    import asyncio

    class Loop(asyncio.base_events.BaseEventLoop):
        def __init__(self):
            super().__init__()
            self._selector = self
            self.waited = 0.0

        def time(self):
            return super().time() + self.waited

        def select(self, timeout):
            if timeout is None:
                raise RuntimeError("cannot wait: nothing is left to run")
            self.waited += timeout
            return ()

        def _process_events(self, events):
            pass

        def _write_to_self(self):
            pass

    asyncio.DefaultEventLoopPolicy._loop_factory = Loop


threading._start_joinable_thread = start_now
_grading_solution.prepare = prepare

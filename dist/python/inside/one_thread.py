"""Threads and event loops for an interpreter that has one thread, no sockets and no clock that runs.

A thread runs to its end when it is started, and so does what a pool is given: an order that any machine may choose. One that
waits for a later one waits forever. An event loop that has nothing to do but to wait moves its clock instead.
"""

import sys
import threading

import _grading_solution


def start_now(function, *, handle=None, daemon=True):
    """In place of starting a thread: runs it."""
    thread, caller = function.__self__, threading.get_ident()
    outer = threading._active.get(caller)
    try:
        function()
    finally:
        threading._active[caller] = outer
        thread._os_thread_handle = threading._make_thread_handle(caller)
        thread._os_thread_handle._set_done()


def prepare(source):
    """Before a program is loaded: gives the modules that it may import, and that need it, their stand-ins."""
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
                raise RuntimeError("nothing is left that could end the waiting")
            self.waited += timeout
            return ()

        def _process_events(self, events):
            pass

        def _write_to_self(self):
            pass

    asyncio.DefaultEventLoopPolicy._loop_factory = Loop


threading._start_joinable_thread = start_now
_grading_solution.prepare = prepare

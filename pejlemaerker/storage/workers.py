"""Processes that work for a run, and that must not outlive it."""

import os
import threading
from multiprocessing import parent_process


def end_with_parent() -> None:
    """Let this process end when the one that started it does, however that ended: it would wait for its orders for ever."""
    parent = parent_process()
    if parent is None:
        return

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()

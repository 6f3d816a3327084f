"""What a person sees while something is at work: lines that move on standard error in a terminal, nothing in a pipe."""

from types import TracebackType

from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, Task, TaskID, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars
from rich.text import Text

from .consoles import err, is_dumb


class _Rate(ProgressColumn):
    """Documents a second."""

    def render(self, task: Task) -> Text:
        """The rate of the last seconds; empty while nothing is known."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.0f}/s" if speed else "", style="progress.data.speed")


class _Counted(ProgressColumn):
    """Another column where there is something to count; the seconds so far, or nothing, where there is not."""

    def __init__(self, column: ProgressColumn, *, seconds: bool = False) -> None:
        super().__init__()
        self._column, self._seconds = column, seconds

    def render(self, task: Task) -> Text:
        """What the other column shows of `task`."""
        if task.total is not None:
            return Text.assemble(self._column.render(task))  # type: ignore[arg-type] # those used here give a text
        return Text(f"{task.elapsed or 0:,.0f} s" if self._seconds else "", style="progress.elapsed")


class Progress:
    """Bars for what has something to do; `read_now` counts documents by stage. With `quiet` nothing is seen."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.read_now: dict[str, int] = {}
        columns = (
            TextColumn("{task.description:<16}"),
            BarColumn(),
            _Counted(MofNCompleteColumn(), seconds=True),
            _Counted(_Rate()),
            _Counted(TimeRemainingColumn()),
        )
        console = err(quiet=quiet)
        hidden = quiet or is_dumb() or not console.is_terminal
        self._bars = Bars(*columns, console=console, transient=True, disable=hidden)
        self._tasks: dict[str, TaskID] = {}
        self._step: TaskID | None = None

    def __enter__(self) -> "Progress":
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    def report(self, stage: str, done: int, whole: int) -> None:
        """`done` of the `whole` documents that `stage` has to read are read."""
        self.read_now[stage] = whole
        if whole:
            if stage not in self._tasks:
                self._tasks[stage] = self._bars.add_task(stage, total=whole)
            self._bars.update(self._tasks[stage], completed=done)

    def step(self, words: str) -> None:
        """What is at work now, of which nobody knows how long it takes; it takes the place of the step before. Empty: nothing."""
        if self._step is not None:
            self._bars.remove_task(self._step)
        self._step = self._bars.add_task(f"{words} …", total=None) if words else None

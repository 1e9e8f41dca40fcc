"""The outline of the file that is open, scanned ahead in the background."""

from __future__ import annotations

from desktop_app.analysis.file_scan import FileOutline, FileScanner
from desktop_app.engine.current_source import CurrentSource
from desktop_app.engine.network_choice import NetworkChoice


class CurrentOutline:
    """Scans the current file with the current model."""

    def __init__(self, current: CurrentSource, network: NetworkChoice) -> None:
        """Scan nothing yet.

        Args:
            current: the source that is open.
            network: the one in use.
        """
        self._current, self._network = current, network
        self._scanner = FileScanner()

    @property
    def outline(self) -> FileOutline | None:
        """Waveform and genres, as far as they are known."""
        return self._scanner.outline

    @property
    def fault(self) -> str:
        """One sentence if the scan failed unexpectedly, else empty."""
        return self._scanner.fault

    def follow(self) -> None:
        """Begin to scan what has been opened since the last call; return at once."""
        state, network = self._current.state, self._network.current
        playback = state.playback
        if playback is None:
            if state.lost is None and state.opening is None:
                self._scanner.forget()
        elif network is not None:
            # With the model's own kernels: edited ones apply to live sound, not to whole files.
            key = (playback.content_key, network.model)
            self._scanner.scan(key, playback.reopen, network.model)

    def close(self, timeout_s: float) -> bool:
        """End the thread.

        Args:
            timeout_s: how long to wait for it, in seconds.

        Returns:
            Whether it has ended.
        """
        return self._scanner.close(timeout_s)

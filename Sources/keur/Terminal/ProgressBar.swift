import Foundation
import Synchronization

/// A bar on the terminal for work that takes longer than a blink; silent when standard error is no terminal.
final class ProgressBar: Sendable {
    private struct State {
        var shownAt: Date?
        var isVisible = false
    }

    private static let width = 30
    /// Shorter work shows no bar at all.
    private static let delay: TimeInterval = 0.5
    private static let interval: TimeInterval = 0.1

    private let isTerminal: Bool
    private let log: RunLog?
    private let start = Date()
    private let state = Mutex(State())

    /// Steps go to the log, if there is one.
    init(isTerminal: Bool, log: RunLog? = nil) {
        self.isTerminal = isTerminal
        self.log = log
    }

    /// May be called from any thread, as often as one likes.
    func show(_ what: String, _ share: Double) {
        log?.step(what)
        guard isTerminal else { return }
        let now = Date()
        guard now.timeIntervalSince(start) > Self.delay else { return }
        state.withLock { state in
            if let shown = state.shownAt, now.timeIntervalSince(shown) < Self.interval { return }
            state.shownAt = now
            state.isVisible = true
            let filled = Int((min(1, max(0, share)) * Double(Self.width)).rounded())
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
            write("\r\(bar) \(Int(min(1, share) * 100)) %  \(what)\u{1B}[K")
        }
    }

    func clear() {
        state.withLock { state in
            if state.isVisible { write("\r\u{1B}[K") }
            state.isVisible = false
        }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

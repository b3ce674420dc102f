import Audit
import Foundation

/// One file that findings are poured into.
struct FindingSink: Sendable {
    let file: AtomicFile
    /// Appends the findings of a slice; the range tells where in the list they stand. Called on several threads.
    let append: @Sendable (_ findings: [Finding], _ range: Range<Int>, _ buffer: inout ByteBuffer) -> Void
}

/// Renders the findings slice by slice on several threads and writes them in their order.
///
/// Each slice is rendered once for all files. A thread that has filled its buffers waits for its turn to write, so
/// memory holds one slice for each thread, and what comes out does not depend on how many there are.
func pour(_ findings: FindingList, into sinks: [FindingSink], threads: Int) throws(ReportError) {
    let slice = 2048
    let slices = (findings.count + slice - 1) / slice
    let turns = Turns(count: slices)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, slices))) { _ in
        // An array cannot hold what cannot be copied, so a thread has one buffer and remembers where files begin.
        var buffer = ByteBuffer(capacity: 1 << 20)
        var ends: [Int] = []
        while let turn = turns.take() {
            let range = (turn * slice)..<min((turn + 1) * slice, findings.count)
            let rendered = findings[range]
            buffer.removeAll()
            ends.removeAll(keepingCapacity: true)
            for sink in sinks {
                sink.append(rendered, range, &buffer)
                ends.append(buffer.count)
            }
            turns.wait(for: turn) { () throws(ReportError) in
                var start = 0
                for (sink, end) in zip(sinks, ends) {
                    try sink.file.write(buffer, part: start..<end)
                    start = end
                }
            }
        }
    }
    if let error = turns.failure { throw error }
}

/// Who may write now. The lock is never held while writing: a turn belongs to one thread alone.
private final class Turns: @unchecked Sendable {
    private let condition = NSCondition()
    private let count: Int
    private var taken = 0
    private var written = 0
    private var error: ReportError?

    init(count: Int) { self.count = count }

    var failure: ReportError? { condition.withLock { error } }

    /// The next slice to render, or nil when all are taken or one could not be written.
    func take() -> Int? {
        condition.withLock {
            guard taken < count, error == nil else { return nil }
            taken += 1
            return taken - 1
        }
    }

    /// Runs `body` when all slices before `turn` are written; not at all when one of them failed.
    func wait(for turn: Int, body: () throws(ReportError) -> Void) {
        condition.lock()
        while written < turn, error == nil { condition.wait() }
        let mayWrite = error == nil
        condition.unlock()
        var failure: ReportError?
        if mayWrite {
            do throws(ReportError) { try body() } catch { failure = error }
        }
        condition.withLock {
            if let failure { error = failure }
            written += 1
            condition.broadcast()
        }
    }
}

import Synchronization

/// The same connectors compiled once for each processor that works with them.
///
/// Evaluating counts references to the compiled expressions. Where two processors count the same ones, each waits for the other's
/// cache at every step: on two of them the same work then took 1.6 times the processor time. Nothing in a copy is shared but the
/// exports.
final class ConnectorCopies: Sendable {
    private let original: [Connector]
    private let idle: Mutex<[[Connector]]>

    init(_ original: [Connector]) {
        self.original = original
        idle = Mutex([original])
    }

    /// Nobody else works with what is lent.
    func lend<Result: Sendable>(_ work: @Sendable ([Connector]) async -> Result) async -> Result {
        let own = idle.withLock { $0.popLast() } ?? original.map { $0.recompiling.withLock { $0 }?() ?? $0 }
        defer { idle.withLock { $0.append(own) } }
        return await work(own)
    }
}

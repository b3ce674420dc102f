import Foundation

/// Asks several connectors about many legal entities, the first ones first.
///
/// Whom exports alone can tell about is looked up piece by piece on every processor, without a task and a wait for each. Whoever
/// is left has a task of its own, of which a bounded number is under way; what a task came to is handed over and dropped.
struct Asking: Sendable {
    let connectors: [Connector]
    let fetcher: Fetcher
    let judgements: Judgements

    /// Entities that are asked about at the same time: more than any source has in flight, so that a place is filled while
    /// other answers are read and kept. Each source's own limits hold besides.
    private static let width = 256
    /// Entities in one piece: enough that handing them over costs nothing.
    private static let pieceSize = 128

    private enum Done: Sendable {
        /// Nil for those about whom a request is due.
        case looked([(index: Int, answer: OutsideAnswer?)])
        case asked(index: Int, answer: OutsideAnswer)
    }

    /// Positions and answers, in any order; of those that were begun when the task was cancelled.
    func ask(about subjects: [Subject], take: (Int, OutsideAnswer) -> Void) async {
        let lookers = connectors.allSatisfy(\.readsExports) ? ProcessInfo.processInfo.activeProcessorCount : 0
        let copies = ConnectorCopies(connectors)
        await withTaskGroup(of: Done.self) { group in
            var due = lookers > 0 ? [] : Array(subjects.indices.reversed())
            var next = lookers > 0 ? 0 : subjects.count
            var (looking, asking) = (0, 0)
            func start() {
                while asking < Self.width, let index = due.popLast() {
                    group.addTask { .asked(index: index, answer: await answer(about: subjects[index])) }
                    asking += 1
                }
                while looking < lookers, next < subjects.count, due.isEmpty {
                    let piece = next..<min(next + Self.pieceSize, subjects.count)
                    group.addTask { .looked(await copies.lend { await look(piece, of: subjects, in: $0) }) }
                    looking += 1
                    next = piece.upperBound
                }
            }
            start()
            for await done in group {
                switch done {
                case .looked(let piece):
                    looking -= 1
                    for (index, answer) in piece { if let answer { take(index, answer) } }
                    due = piece.filter { $0.answer == nil }.map(\.index).reversed() + due
                case .asked(let index, let answer):
                    asking -= 1
                    take(index, answer)
                }
                if !Task.isCancelled { start() }
            }
        }
    }

    private func look(
        _ piece: Range<Int>,
        of subjects: [Subject],
        in connectors: [Connector]
    ) async -> [(index: Int, answer: OutsideAnswer?)] {
        var found: [(index: Int, answer: OutsideAnswer?)] = []
        found.reserveCapacity(piece.count)
        for index in piece {
            var answers: [ConnectorAnswer] = []
            for connector in connectors {
                let run = ConnectorRun(
                    connector, about: subjects[index], fetcher: fetcher, judgements: judgements, purpose: .looking)
                guard let answer = await run.answer() else { break }
                answers.append(answer)
            }
            found.append((index, answers.count == connectors.count ? OutsideAnswer(answers, connectors) : nil))
        }
        return found
    }

    private func answer(about subject: Subject) async -> OutsideAnswer {
        @Sendable func answer(_ connector: Connector) async -> ConnectorAnswer? {
            await ConnectorRun(connector, about: subject, fetcher: fetcher, judgements: judgements).answer()
        }
        if connectors.count == 1 {
            return OutsideAnswer([await answer(connectors[0])].compactMap(\.self), connectors)
        }
        let answers = await withTaskGroup(of: (Int, ConnectorAnswer?).self) { group in
            for (index, connector) in connectors.enumerated() { group.addTask { (index, await answer(connector)) } }
            var answers = [ConnectorAnswer?](repeating: nil, count: connectors.count)
            for await (index, answer) in group { answers[index] = answer }
            return answers.compactMap(\.self)
        }
        return OutsideAnswer(answers, connectors)
    }
}

extension Connector {
    fileprivate var readsExports: Bool { steps.contains { $0.lookup != nil } }
}

/// Does the same for many things piece by piece on every processor; what came of each, in order.
func inPieces<Outcome: Sendable>(
    of count: Int,
    _ work: @escaping @Sendable (Int) async -> Outcome
) async -> [Outcome] {
    let size = 256
    return await withTaskGroup(of: (Int, [Outcome]).self) { group in
        var pieces = [[Outcome]](repeating: [], count: (count + size - 1) / size)
        var next = 0
        func start() {
            guard next < pieces.count else { return }
            let piece = next
            next += 1
            group.addTask {
                var outcomes: [Outcome] = []
                for index in piece * size..<min((piece + 1) * size, count) { outcomes.append(await work(index)) }
                return (piece, outcomes)
            }
        }
        for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { start() }
        for await (piece, outcomes) in group {
            pieces[piece] = outcomes
            start()
        }
        return pieces.flatMap(\.self)
    }
}

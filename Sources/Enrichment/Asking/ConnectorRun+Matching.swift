import CEL
import Checks

/// Matching by name.
extension ConnectorRun {
    /// The one candidate that is surely the customer: `{key, name, strength, candidates}`; null when there is none.
    func match() throws(EvaluationError) -> Value {
        if let matched {
            switch matched {
            case .success(let value): return value
            case .failure(let failure): throw EvaluationError(failure.reason, kind: .notKnown)
            }
        }
        guard let matching = connector.matching else { return .null }
        // What candidates come from may itself be defined over the match, which then is not there yet.
        setMatch(.success(.null))
        let result: Result<Value, NotKnown>
        do throws(NotKnown) {
            result = .success(try pick(matching))
        } catch {
            result = .failure(error)
        }
        if case .failure(let failure) = result, failure.isUndecided { undecided = failure }
        setMatch(result)
        return try match()
    }

    /// Each is compared with the customer, and nobody judges more; a search that comes up with as many was not one for a company.
    private static let candidateLimit = 1000

    func pick(_ matching: Matching) throws(NotKnown) -> Value {
        var candidates: [MatchCandidate] = []
        var seen: Set<[String]> = []
        let items = try evaluate(matching.items).elements
        guard items.count <= Self.candidateLimit else {
            throw NotKnown("more than \(Self.candidateLimit) companies were found by name")
        }
        for item in items {
            func text(_ formula: Formula) throws(NotKnown) -> String {
                try evaluate(formula, [matching.item: item]).plainText
            }
            var places: [String: String] = [:]
            for place in matching.places { places[place.field] = try text(place.formula) }
            let (key, name) = (try text(matching.key), try text(matching.name))
            if !key.isEmpty, seen.insert([key, name]).inserted {
                candidates.append(MatchCandidate(key: key, name: name, places: places))
            }
        }
        return try judgements.pick(candidates, for: subject, connector: connector.name)
    }
}
